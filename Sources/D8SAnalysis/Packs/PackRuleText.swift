import D8SModel

/// What the methods page says about a measure of a pack.
struct PackRuleText {
    let pack: Pack
    let measure: PackMeasure
    let format: Format

    var rule: Rule {
        Rule(
            name: PackRules.name(of: measure),
            title: "\(pack.title): \(measure.name.title)",
            firesWhen: conditions
                + " The measure is `\(PackQuery(measure.query).oneLine)`, looked at over the night; "
                + "what was critical, lasted an hour or came three times and is over is information.",
            silentWhen: "it stays on the good side of its limits, has come back (a limit is left "
                + "only at its clearing value), or lasted shorter than its time.",
            whyItMatters: why
        )
    }

    private var conditions: String {
        measure.thresholds.sorted { $0.severity > $1.severity }.map(condition)
            .joined(separator: " ")
    }

    private func condition(_ threshold: PackThreshold) -> String {
        let unit = measure.name.unit
        let side = threshold.side == .above ? "above" : "below"
        var text = "\(side) \(format.value(threshold.limit, unit))"
        if threshold.duration > 0 { text += " for \(format.duration(threshold.duration))" }
        if threshold.clear != threshold.limit {
            text += ", until \(format.value(threshold.clear, unit))"
        }
        return "\(threshold.severity.word) \(text)."
    }

    /// The first action, else what the pack is about.
    private var why: String { measure.about ?? pack.about }
}
