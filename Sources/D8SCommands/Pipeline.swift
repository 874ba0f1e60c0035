import D8SAnalysis
import D8SAttention
import D8SHistory
import D8SModel
import D8SPublish
import Logging

/// The main job of D8S: collect, analyse, attend, render, publish.
///
/// Each step takes what the one before it gave and nothing else; the instant that the report is
/// about is an argument.
struct Pipeline {
    var configuration: Configuration
    let history: History
    let log: Logger
    let format: Format

    /// Makes and publishes the edition of one night from the history as it is.
    ///
    /// - Parameters:
    ///   - asOf: What the edition is about.
    ///   - site: How it is rendered, and where it goes.
    ///   - reservation: The right to publish there, taken before the work began.
    /// - Returns: What became of the files.
    /// - Throws: Whatever a room could not do; what was published before stays.
    func report(
        asOf: Instant,
        site: SiteOptions,
        under reservation: Reservation
    ) async throws -> Publication {
        var night = try await attend(asOf: asOf)
        noteAcceptances(night.attention)
        night.domains = await withPanels(night, all: site.all)
        let publisher = publisher(site)
        let batches = try rendering(night, publisher, site).batches()
        let publication = try await publisher.publish(
            batches,
            night: night.night,
            summary: night.summary,
            under: reservation
        )
        try remember(night, publication)
        return publication
    }

    /// What the history says of delivery up to this instant; of one service, or of all.
    ///
    /// - Parameters:
    ///   - asOf: Nothing later counts.
    ///   - service: The only one that counts; nil for all.
    ///   - also: Is given each service's history as it is read.
    /// - Returns: The measures of all services, and of each.
    /// - Throws: `HistoryError`, and `CommandError` for a service that is not known.
    func analyse(
        asOf: Instant,
        service: String? = nil,
        also: (ServiceHistory) -> Void = { _ in }
    ) throws -> DeliveryReport {
        let analysis = DeliveryAnalysis(
            asOf: asOf,
            zone: configuration.zone,
            policy: configuration.policy,
            benchmarks: try Benchmarks.embedded()
        )
        var services: [ServiceDelivery] = []
        try history.forEachService(
            in: configuration.environment,
            asOf: asOf,
            named: service.map { [$0] }
        ) { history in
            services.append(analysis.service(history))
            also(history)
        }
        if let service, services.isEmpty { throw try unknown(service) }
        return analysis.report(services)
    }

    /// The services with every deployment of a period up to the as-of instant; one, or all.
    ///
    /// A report carries the deployments of its two windows: its window is made long enough to
    /// reach back to the period's start, and whoever reads the answer leaves out what is not in it.
    func deployments(
        in period: Window,
        asOf: Instant,
        service: String?
    ) throws -> [ServiceDelivery] {
        var pipeline = self
        let zone = configuration.zone
        let days = zone.day(of: asOf).number - zone.day(of: max(period.start, .earliest)).number
        pipeline.configuration.policy.windowDays = max(1, (days + 1) / 2)
        return try pipeline.analyse(asOf: asOf, service: service).services
    }

    /// What needs attention on the night of this instant.
    func attend(asOf: Instant) async throws -> AttendedNight {
        let servers = await QueryServers(of: configuration.sources, asOf: asOf)
        let (reading, inquiry) = try await reading(asOf: asOf, servers)
        let findings = reading.findings(configuration, format)
        let attention = Attention.items(
            findings: findings,
            sources: reading.sources,
            ledger: try history.ledger(before: reading.night.day),
            acceptances: acceptancesOrNone(),
            night: reading.night,
            isBlind: !servers.silent.isEmpty
        )
        return AttendedNight(
            reading: reading,
            attention: attention,
            domains: reading.domains,
            inquiry: inquiry,
            checks: reading.checks(configuration, findings),
            selfTest: await reading.trends.selfTest()
        )
    }

    /// Reads everything that is judged, and says where more can be asked of the packs' domains.
    private func reading(
        asOf: Instant,
        _ servers: QueryServers
    ) async throws -> (NightReading, PackInquiry) {
        let selection = PackCatalogue.selection(configuration.packs)
        for problem in selection.problems { log.error("\(problem)") }
        let rules = ruleFiles, sources = try sources()
        var events = eventSeries(asOf: asOf, for: selection.packs, rules)
        let delivery = try analyse(asOf: asOf) { events?.add($0) }
        let storage = try storage(asOf: asOf, events)
        let ruled = await ruled(asOf: asOf, rules, sources, servers, storage)
        let inquiry = await inquiry(
            asOf: asOf,
            servers,
            ruled.storage,
            about: selection.packs
        )
        let domains = await inquiry.readings()
        let reading = NightReading(
            night: night(asOf: asOf),
            delivery: delivery,
            sources: sources,
            silent: servers.silent,
            ruled: ruled,
            alerts: AlertRules.joined(try alerts(before: asOf), evaluated: ruled.alerts),
            problems: selection.problems,
            domains: domains,
            trends: await inquiry.trends(of: domains),
            costs: try await costs(asOf: asOf, servers, ruled.storage),
            runs: try predictions(asOf: asOf)
        )
        return (reading, inquiry)
    }

    /// The ledger and the edition are written last, so that they never tell of an edition that was
    /// not published; a job that dies just before leaves its items new again on the next night.
    private func remember(_ night: AttendedNight, _ publication: Publication) throws {
        try history.writeLedger(night.attention.entries, for: night.night.day)
        try history.record(night.record(digest: publication.digest))
    }

    private func unknown(_ service: String) throws -> CommandError {
        let names = try history.services().map(\.name)
        return .noSuchService(name: service, nearest: NearestName.of(service, among: names))
    }
}

extension Instant {
    /// 1970: nothing that D8S reads was deployed earlier.
    fileprivate static let earliest = Instant(milliseconds: 0)
}
