import D8SAnalysis
import D8SAttention
import D8SHistory
import D8SModel
import D8SQuery

extension Pipeline {
    /// What is read of packs on the night of this instant, with what rules recorded for it.
    func readings(of packs: [Pack], asOf: Instant) async throws -> [DomainReading] {
        let servers = await QueryServers(of: configuration.sources, asOf: asOf)
        let storage = try storage(asOf: asOf)
        let ruled = await ruled(asOf: asOf, ruleFiles, try sources(), servers, storage)
        return await inquiry(asOf: asOf, servers, ruled.storage, about: packs).readings()
    }

    /// Where PromQL is answered: every server that a source names as its engine and that answers,
    /// and the history for what none of them has, such as events.
    func inquiry(
        asOf: Instant,
        _ servers: QueryServers,
        _ storage: any SampleStorage,
        about packs: [Pack]
    ) async -> PackInquiry {
        let embedded = QueryPlace(holdsEvents: true) { lookback in
            var settings = EngineSettings()
            settings.lookback = lookback
            return EmbeddedEngine(storage, settings: settings)
        }
        return await PackInquiry(packs, asOf: asOf, places: servers.answering + [embedded])
    }

    /// What PromQL reads: samples, and events up to an instant as series beside them.
    func storage(asOf: Instant) throws -> EventStorage {
        var events = EventSeries(asOf: asOf)
        try history.forEachService(in: configuration.environment, asOf: asOf) { events.add($0) }
        return try storage(asOf: asOf, events)
    }

    /// The same with what is known already of the events of services; nil: nobody asks for events.
    func storage(asOf: Instant, _ events: EventSeries?) throws -> EventStorage {
        EventStorage(
            base: HistoryStorage(history: history),
            events: MemoryStorage(try events.map { try withRuns($0, asOf).columns } ?? [])
        )
    }

    /// Takes the events of services; nil if nothing that a night asks is about events.
    func eventSeries(asOf: Instant, for packs: [Pack], _ rules: RuleFiles) -> EventSeries? {
        let isAsked =
            packs.contains(where: \.asksForEvents)
            || rules.groups.flatMap(\.rules).contains(where: \.asksForEvents)
            || configuration.costs.units.contains(where: \.asksForEvents)
        return isAsked ? EventSeries(asOf: asOf) : nil
    }

    private func withRuns(_ events: EventSeries, _ asOf: Instant) throws -> EventSeries {
        var events = events
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
