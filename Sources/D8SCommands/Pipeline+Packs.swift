import D8SAttention
import D8SHistory
import D8SModel
import D8SQuery

extension Pipeline {
    /// What is read of packs on the night of this instant, with what rules recorded for it.
    func readings(of packs: [Pack], asOf: Instant) async throws -> [DomainReading] {
        let servers = await QueryServers(of: configuration.sources, asOf: asOf)
        let ruled = try await ruled(asOf: asOf, try sources(), servers)
        return await inquiry(asOf: asOf, servers, ruled.storage).readings(of: packs)
    }

    /// Where PromQL is answered: every server that a source names as its engine and that answers,
    /// and the history for what none of them has, such as events.
    func inquiry(
        asOf: Instant,
        _ servers: QueryServers,
        _ storage: any SampleStorage
    ) -> PackInquiry {
        let embedded = QueryPlace(holdsEvents: true) { lookback in
            var settings = EngineSettings()
            settings.lookback = lookback
            return EmbeddedEngine(storage, settings: settings)
        }
        return PackInquiry(asOf: asOf, places: servers.answering + [embedded])
    }

    /// What PromQL reads: samples, and events up to an instant as series beside them.
    func storage(asOf: Instant) throws -> EventStorage {
        EventStorage(
            samples: HistoryStorage(history: history),
            events: MemoryStorage(try events(asOf: asOf).columns)
        )
    }

    /// Deployments, incidents and runs as series.
    private func events(asOf: Instant) throws -> EventSeries {
        var events = EventSeries(asOf: asOf)
        try history.forEachService(in: configuration.environment, asOf: asOf) { events.add($0) }
        let start = asOf.adding(seconds: -(EventSeries.days + 1) * 86_400)
        let window = Window(start: start, end: asOf.adding(seconds: 0.001))
        for run in try history.runs(in: window) { events.add(run) }
        return events
    }

    /// The domains of a night, those that are shown with what their panels draw.
    func withPanels(_ night: AttendedNight, all: Bool) async -> [DomainReading] {
        let shown = night.attention.itemsByPack
        var domains: [DomainReading] = []
        for domain in night.domains {
            let isShown = all || shown[domain.pack.name] != nil
            domains.append(isShown ? await night.inquiry.withPanels(domain) : domain)
        }
        return domains
    }
}
