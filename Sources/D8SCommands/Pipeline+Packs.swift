import D8SAttention
import D8SHistory
import D8SModel
import D8SQuery

extension Pipeline {
    /// What the packs ask of the night of this instant.
    func inquiry(asOf: Instant) throws -> PackInquiry {
        PackInquiry(asOf: asOf, places: try places(asOf: asOf))
    }

    /// Where PromQL is answered: every server that a source names as its engine, and the history
    /// for what none of them has, such as events.
    private func places(asOf: Instant) throws -> [QueryPlace] {
        let storage = try storage(asOf: asOf)
        let embedded = QueryPlace(name: "the history", isLastResort: true) { lookback in
            var settings = EngineSettings()
            settings.lookback = lookback
            return EmbeddedEngine(storage, settings: settings)
        }
        let servers = configuration.sources.compactMap { source in
            source.engine.map { engine in
                QueryPlace(name: source.name) { _ in RemoteEngine(engine) }
            }
        }
        return servers + [embedded]
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
    func withPanels(_ night: AttendedNight, all: Bool) async throws -> [DomainReading] {
        let shown = night.attention.itemsByPack
        let inquiry = try inquiry(asOf: night.night.asOf)
        var domains: [DomainReading] = []
        for domain in night.domains {
            let isShown = all || shown[domain.pack.name] != nil
            domains.append(isShown ? await inquiry.withPanels(domain) : domain)
        }
        return domains
    }
}
