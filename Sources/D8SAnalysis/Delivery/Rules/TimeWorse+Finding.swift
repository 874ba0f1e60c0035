import D8SModel

extension TimeWorse {
    /// The words that differ between the rules about times.
    struct Wording {
        let rule: Rule
        /// `Changes of checkout take twice as long to reach users`.
        let title: String
        let consequence: String
        /// What DevOps sees beside the numbers; empty if nothing.
        let fact: String
        let action: Action
        let seriesTitle: String
        let table: EvidenceTable
        let considered: [String]
    }

    /// The finding of a time that got longer.
    func finding(_ shift: Shift, _ wording: Wording) -> Finding {
        let comparison = shift.comparison
        let name = comparison.now.name
        let cause = Cause.of(name, service)
        let isSevere = shift.missesTarget || (name == .recoveryTime && comparison.factor >= 3)
        return Finding(
            rule: wording.rule.name,
            entity: comparison.now.entity,
            owner: service.service.team,
            severity: isSevere && name != .deploymentGap ? .critical : .warning,
            measure: comparison.now,
            baseline: comparison.before,
            since: shift.since,
            magnitude: comparison.value,
            confidence: 1 - shift.probability,
            reach: Double(comparison.now.n),
            cause: cause,
            statements: statements(shift, wording),
            actions: [wording.action],
            evidence: Evidence(
                series: Proof.series(
                    wording.seriesTitle,
                    name,
                    service,
                    night,
                    change: shift.since,
                    value: weekly
                ),
                table: wording.table,
                method: shift.method,
                considered: wording.considered,
                data: Proof.data(service, night.format),
                commands: night.commands(wording.rule, service, cause: cause, days: shift.span.days)
            )
        )
    }

    private func statements(_ shift: Shift, _ wording: Wording) -> [Audience: Statement] {
        let (now, before) = (shift.comparison.now, shift.comparison.before)
        let format = night.format
        let numbers =
            "\(now.name.title) over the last \(shift.span.days) days is "
            + "\(format.value(now.value, .seconds)); it was "
            + "\(format.value(before.value, .seconds)) in the \(shift.span.beforeDays) days before."
        return [
            .executive: Statement(
                title: wording.title,
                detail: "\(numbers) \(wording.consequence)"
            ),
            .devops: Statement(
                title: wording.title,
                detail: wording.fact.isEmpty ? numbers : "\(numbers) \(wording.fact)"
            ),
            .analyst: Statement(
                title: "\(service.service.name)'s \(now.name.title.lowercasedFirst) rose from "
                    + "\(format.value(before.value, .seconds)) to "
                    + "\(format.value(now.value, .seconds))",
                detail: "Median over \(shift.span.days) days in \(service.environment): "
                    + "\(Words.exact(now, format)), after \(Words.exact(before, format)) in the "
                    + "\(shift.span.beforeDays) days before.\(Words.onset(shift.since, shift.probability, night))"
            ),
        ]
    }
}

extension String {
    /// The text with its first letter in lower case.
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

extension Words {
    /// `twice`, `three times`, `1.6 times`.
    static func times(_ factor: Double, _ format: Format) -> String {
        switch factor {
        case 1.85..<2.2: "twice"
        case 2.75..<3.3: "three times"
        default: "\(format.number(factor)) times"
        }
    }
}
