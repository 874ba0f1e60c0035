import D8SAnalysis
import D8SAttention
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
        let fresh = SourceRules.freshCount(sources, on: night)
        return Checks(
            things: [Checks.Thing(noun: "services", count: report.services.count)],
            sources: sources.count,
            freshSources: fresh,
            tests: DeliveryRules.testCount(in: report)
        )
    }

    /// The accepted items; none if there is no such file.
    func acceptances() throws(CommandError) -> [Acceptance] {
        let path = configuration.acceptances
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        return try AcceptanceReader(path: path).read(try TextFile.read(path))
    }
}
