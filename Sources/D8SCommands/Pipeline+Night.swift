import D8SAnalysis
import D8SAttention
import D8SHistory
import D8SModel
import Foundation

extension Pipeline {
    /// The night of this instant.
    func night(asOf: Instant) -> Night {
        Night(
            organisation: configuration.organisation,
            asOf: asOf,
            zone: configuration.zone,
            validUntil: asOf.adding(seconds: configuration.validFor),
            url: configuration.url,
            generator: "d8s " + Version.current
        )
    }

    /// What this night looked at.
    func checks(_ report: DeliveryReport, _ sources: [SourceState], _ night: Night) -> Checks {
        let fresh = SourceRules.freshCount(of: sources, on: night)
        return Checks(
            things: [Checks.Thing(noun: "services", count: report.services.count)],
            sources: sources.count,
            freshSources: fresh,
            tests: DeliveryRules.testCount(in: report, policy: configuration.policy)
                + SourceRules.all.count * sources.count
        )
    }

    /// What is known of every source that is still meant to be read: what is configured, whether or
    /// not it was ever collected, and what was brought by hand.
    func sources() throws(HistoryError) -> [SourceState] {
        for source in configuration.sources {
            try history.register(source: source.name, kind: source.kind, interval: source.interval)
        }
        let configured = Set(configuration.sources.map(\.name))
        return try history.sources().filter { $0.kind != "git" || configured.contains($0.name) }
    }

    /// The accepted items; none if there is no such file.
    func acceptances() throws(CommandError) -> [Acceptance] {
        let path = configuration.acceptances
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        return try AcceptanceReader(path: path).read(try TextFile.read(path))
    }
}
