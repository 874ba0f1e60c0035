import D8SModel

/// The words of a pack for one item, with its places filled in.
struct PackSentences {
    let reading: MeasureReading
    let affected: Affected
    let night: PackNight

    private var measure: PackMeasure { reading.measure }
    private var worst: LineState { affected.worst }
    private var unit: Unit { measure.name.unit }

    var statements: [Audience: Statement] {
        Dictionary(uniqueKeysWithValues: Audience.allCases.map { ($0, statement(for: $0)) })
    }

    /// What the pack says to this audience; what it says to another one, or the plain fact, if it
    /// says nothing to this one.
    private func statement(for audience: Audience) -> Statement {
        let said = measure.words[audience] ?? measure.words[.devops] ?? measure.words[.executive]
        let title = said.map { filled($0.title) } ?? plainTitle
        let detail = [said.map { filled($0.detail) }, course].compactMap(\.self)
            .filter { !$0.isEmpty }.joined(separator: " ")
        return Statement(title: worst.lasts ? title : "\(title): over, for now", detail: detail)
    }

    private var plainTitle: String {
        "\(measure.name.title) of \(affected.name) is \(side) \(limit)"
    }

    /// What it is, against what, since when.
    private var course: String {
        let lasting =
            "\(value) against a limit of \(limit) since \(night.time(affected.since)) "
            + "(\(night.length(since: affected.since)))."
        guard !worst.lasts else { return lasting }
        let times = worst.episodes.count
        let often = times > 1 ? "\(night.format.count(times, "time")) in the night" : "once"
        return "It reached \(value) at \(night.time(worst.latest.worstTime)), beyond \(limit) "
            + "\(often), and has been back since \(night.time(worst.latest.end ?? 0))."
    }

    private var side: String { worst.threshold.side == .above ? "above" : "below" }
    private var value: String { night.format.value(worst.value, unit) }
    private var limit: String { night.format.value(worst.threshold.limit, unit) }

    /// The text with `{entity}`, `{value}` and labels in place of the words in braces.
    func filled(_ text: String) -> String {
        var result = ""
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            let after = rest[rest.index(after: open)...]
            guard let close = after.firstIndex(of: "}") else { break }
            result += place(String(after[..<close]))
            rest = after[after.index(after: close)...]
        }
        return result + rest
    }

    private func place(_ word: String) -> String {
        switch word {
        case "entity": affected.name
        case "value": value
        case "limit": limit
        case "since": night.time(affected.since)
        case "for": night.length(since: affected.since)
        case "worst": night.format.value(worst.latest.worst, unit)
        case "count": night.format.whole(affected.entities.count)
        default: worst.line.series.value(of: word) ?? "unknown \(word)"
        }
    }
}
