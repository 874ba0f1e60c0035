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
    let configuration: Configuration
    let history: History
    let log: Logger
    let format: Format

    /// Makes and publishes the edition of one night from the history as it is.
    func report(asOf: Instant, site: SiteOptions) async throws -> Publication {
        let night = try attend(asOf: asOf)
        let publisher = publisher(site)
        let files = try await rendering(night, publisher, site).files()
        let publication = try await publisher.publish(
            files,
            night: night.night,
            summary: night.summary
        )
        try remember(night, publication)
        return publication
    }

    /// What the history says of delivery up to this instant; of one service, or of all.
    func analyse(asOf: Instant, service: String? = nil) throws -> DeliveryReport {
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
        ) { services.append(analysis.service($0)) }
        if let service, services.isEmpty { throw try unknown(service) }
        return analysis.report(services)
    }

    /// What needs attention on the night of this instant.
    func attend(asOf: Instant) throws -> AttendedNight {
        let report = try analyse(asOf: asOf)
        let night = night(asOf: asOf)
        let sources = try sources()
        let findings = DeliveryRules.findings(
            in: report,
            policy: configuration.policy,
            format: format,
            asOf: asOf
        )
        let result = Attention.items(
            findings: findings,
            sources: sources,
            ledger: try history.ledger(before: night.day),
            acceptances: try acceptances(),
            night: night
        )
        return AttendedNight(
            night: night,
            report: report,
            attention: result,
            sources: sources,
            checks: checks(report, sources, night)
        )
    }

    /// The ledger and the edition are written last: a job that dies before has published nothing
    /// that the next night would not know.
    private func remember(_ night: AttendedNight, _ publication: Publication) throws {
        try history.writeLedger(night.attention.entries, for: night.night.day)
        try history.record(night.record(digest: publication.digest))
    }

    private func unknown(_ service: String) throws -> CommandError {
        let names = try history.services().map(\.name)
        return .noSuchService(name: service, nearest: NearestName.of(service, among: names))
    }
}
