import D8SModel

/// Everything known of one item, as text for a terminal.
struct Explanation {
    let item: Item
    let format: Format

    var text: String {
        var lines = ["\(item.severity.word.uppercased())  \(item.id)", ""]
        for finding in item.findings { lines += block(finding) + [""] }
        lines += ["Ranked: \(item.rankedBecause)", "Life: \(life)"]
        return lines.joined(separator: "\n") + "\n"
    }

    private var life: String {
        let first = format.fullDay(item.life.firstNight)
        return "\(item.life.state.rawValue), night \(item.life.night), first raised \(first)"
    }

    private func block(_ finding: Finding) -> [String] {
        let statement = finding.statements[.analyst] ?? finding.statements[.devops]
        var lines = [statement?.title ?? finding.rule, statement?.detail ?? "", ""]
        lines += finding.measure.map { measureLines("Now", $0) } ?? []
        lines += finding.baseline.map { measureLines("Before", $0) } ?? []
        lines.append("Rule: \(finding.rule)")
        lines.append("Method: \(finding.evidence.method)")
        lines += finding.evidence.considered.map { "Also considered: \($0)" }
        lines.append("Data: \(finding.evidence.data)")
        lines += finding.actions.map {
            "Do next: \($0.text) Impact \($0.impact.rawValue), effort \($0.effort.rawValue)."
        }
        if let table = finding.evidence.table { lines += ["", table.title] + rows(table) }
        return lines + [""] + finding.evidence.commands.map { "$ \($0)" }
    }

    private func measureLines(_ label: String, _ measure: Measure) -> [String] {
        let sample = measure.k.map { "\($0) of \(measure.n)" } ?? "n \(measure.n)"
        let interval = measure.interval.map {
            ", \(format.percent($0.confidence)) interval \(format.interval($0, measure.unit))"
        }
        let exact = measure.value.map { " [\($0)]" } ?? ""
        let window =
            "\(measure.window.start) to \(measure.window.end)"
        return [
            "\(label): \(measure.name.title) \(format.value(measure.value, measure.unit))\(exact), "
                + sample + (interval ?? ""),
            "  \(window); \(measure.method)",
        ]
    }

    private func rows(_ table: EvidenceTable) -> [String] {
        let cells = table.rows.map { $0.map(cell) }
        return AlignedLines.of([table.columns] + cells)
    }

    private func cell(_ cell: EvidenceTable.Cell) -> String {
        switch cell {
        case .text(let text), .code(let text), .missing(let text): text
        case .time(let instant): format.dateTime(instant)
        case .number(let value, let unit): format.value(value, unit)
        }
    }
}
