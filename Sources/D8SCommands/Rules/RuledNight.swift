import D8SAttention
import D8SModel
import D8SQuery

/// What the rule files of a configuration say of a night.
struct RuledNight: Sendable {
    /// Seconds before the as-of instant over which rules are evaluated.
    static let length = 86_400.0

    /// The alerts that would have fired, by place, then by rule, labels and time.
    let alerts: [Alert]
    /// What could not be evaluated.
    let unusable: [UnusableRule]
    /// How many rules were evaluated.
    let rules: Int
    /// What PromQL reads tonight: the history, with what rules recorded for the night on top of it
    /// unless servers have evaluated them.
    let storage: any SampleStorage

    /// - Parameters:
    ///   - reports: What the rules came to, for each place where they were evaluated.
    ///   - files: The files they were read from.
    ///   - folder: Paths of files are shown as seen from here.
    ///   - storage: What PromQL reads from now on.
    init(
        _ reports: [RuleReport],
        _ files: RuleFiles,
        in folder: String,
        storage: any SampleStorage
    ) {
        self.storage = storage
        alerts = reports.flatMap(\.firings).map { Self.alert($0, in: folder) }
        rules = reports.map(\.rules).reduce(0, +)
        unusable =
            files.faults.map { fault in
                UnusableRule(
                    file: FilePath.relative(fault.file, to: folder),
                    reason: Self.reason(fault, in: folder)
                )
            }
            + reports.flatMap(\.failures).map { failure in
                UnusableRule(
                    file: FilePath.relative(failure.file, to: folder),
                    line: failure.line,
                    name: failure.rule,
                    reason: failure.reason,
                    first: failure.first,
                    count: failure.count
                )
            }
    }

    private static func alert(_ firing: RuleFiring, in folder: String) -> Alert {
        let text = { (name: String) in firing.annotations.first { $0.name == name }?.value }
        return Alert(
            series: firing.series,
            started: firing.fired,
            isOlder: firing.isOlder,
            ended: firing.ended,
            summary: text("summary") ?? text("message"),
            description: text("description"),
            url: text("runbook_url"),
            rule: FilePath.relative(firing.file, to: folder) + ":\(firing.line)"
        )
    }

    /// The first mistake, with its line and column, and how many more there are.
    private static func reason(_ fault: RuleFileFault, in folder: String) -> String {
        let first = fault.reasons.first ?? "it cannot be used"
        let place =
            first.hasPrefix(folder + "/") ? String(first.dropFirst(folder.count + 1)) : first
        let more = fault.reasons.count - 1
        return more > 0 ? "\(place) (and \(more) more)" : place
    }
}
