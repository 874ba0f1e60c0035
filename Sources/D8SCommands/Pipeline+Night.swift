import D8SAnalysis
import D8SAttention
import D8SHistory
import D8SModel
import Foundation
import Logging

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

    /// The alerts of other systems that the rules about them look at.
    func alerts(before asOf: Instant) throws(HistoryError) -> [Alert] {
        let start = asOf.adding(seconds: -AlertRules.lookBack)
        return try history.alerts(
            overlapping: Window(start: start, end: asOf.adding(seconds: 0.001))
        )
    }

    /// What is known of every source that is still meant to be read: what is configured, whether or
    /// not it was ever collected, and what was brought by hand.
    func sources() throws(HistoryError) -> [SourceState] {
        let known = try history.sources()
        var states = Dictionary(known.map { ($0.name, $0) }) { first, _ in first }
        let configured = configuration.sources.map { source in
            source.state(after: states.removeValue(forKey: source.name))
        }
        let others = states.values.filter {
            ["import", "demo"].contains($0.kind) || $0.name.hasPrefix("import:")
        }
        return (configured + others).sorted { $0.name < $1.name }
    }

    /// The accepted items; none if there is no such file.
    ///
    /// - Throws: `CommandError` if there is one that cannot be used.
    func acceptances() throws(CommandError) -> [Acceptance] {
        let path = configuration.acceptances
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        return try AcceptanceReader(path: path).read(try TextFile.read(path))
    }

    /// The accepted items; none, with the error logged, if their file cannot be used.
    ///
    /// Then every item is raised, which nobody overlooks; a night without an edition might be.
    func acceptancesOrNone() -> [Acceptance] {
        do throws(CommandError) {
            return try acceptances()
        } catch {
            log.error("\(error)")
            return []
        }
    }

    /// Says which acceptances have ended or accept nothing any more.
    func noteAcceptances(_ result: AttentionResult) {
        for ended in result.expiredAcceptances {
            log.warning(
                "\(ended.item) is raised again: \(ended.owner) accepted it until \(ended.until)"
            )
        }
        for unused in result.unusedAcceptances {
            let file = configuration.acceptances
            log.info("\(unused.item) is accepted but not raised; take it out of \(file)")
        }
    }
}
