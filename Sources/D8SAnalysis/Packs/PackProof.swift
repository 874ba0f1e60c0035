import D8SModel

/// The evidence of a pack's item: the course of the worst series, and a row for each that is
/// affected.
struct PackProof {
    /// Rows that a table shows at most.
    private static let tableLength = 50

    let pack: Pack
    let reading: MeasureReading
    let affected: Affected
    let night: PackNight

    private var measure: PackMeasure { reading.measure }
    private var unit: Unit { measure.name.unit }
    private var worst: LineState { affected.worst }

    var evidence: Evidence {
        Evidence(
            series: course,
            table: table,
            method:
                "PromQL `\(PackQuery(measure.query).oneLine)`, every \(night.format.duration(step)) of the night; "
                + condition,
            data: data,
            commands: [
                "d8s query '\(quoted(query))' --start \(reading.window.start) "
                    + "--end \(reading.window.end) --step \(Int(step))s"
            ]
        )
    }

    private var step: Double { Double(reading.step) / 1000 }
    private var query: String {
        PackQuery(PackQuery(measure.query).oneLine).text(window: reading.rateWindow)
    }

    /// For a shell's single quotes.
    private func quoted(_ text: String) -> String {
        text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
    }

    /// When it counts, in words.
    private var condition: String {
        let threshold = worst.threshold
        let side = threshold.side == .above ? "above" : "below"
        var text = "\(threshold.severity.word) \(side) \(night.format.value(threshold.limit, unit))"
        if threshold.duration > 0 { text += " for \(night.format.duration(threshold.duration))" }
        guard threshold.clear != threshold.limit else { return text }
        return text + ", over at \(night.format.value(threshold.clear, unit))"
    }

    private var data: String {
        let all = night.format.count(reading.lines.count, "series", "series")
        let known = worst.line.values.count
        let full = Int(reading.window.end.seconds(since: reading.window.start) / step) + 1
        return "\(affected.states.count) of \(all) beyond the limit in the night; the worst has "
            + "\(known) of \(full) values" + reading.warnings.map { "; \($0)" }.joined()
    }

    /// The worst series' values with gaps where it has none.
    private var course: EvidenceSeries {
        var points: [EvidenceSeries.Point] = []
        for (time, value) in zip(worst.line.times, worst.line.values) {
            if let last = points.last, time - last.time.milliseconds > 2 * reading.step {
                let gap = Instant(milliseconds: last.time.milliseconds + reading.step)
                points.append(EvidenceSeries.Point(time: gap, value: nil))
            }
            let shown = value.isFinite ? value : nil
            points.append(.init(time: Instant(milliseconds: time), value: shown))
        }
        let isInside = worst.since > reading.window.start.milliseconds
        return EvidenceSeries(
            title: "\(measure.name.title) of \(pack.entity.entity(of: worst.line.series).name)",
            unit: unit,
            points: points,
            limits: measure.thresholds.filter { $0.severity > .info || $0 == worst.threshold },
            change: isInside ? Instant(milliseconds: worst.since) : nil
        )
    }

    private var table: EvidenceTable {
        let shown = affected.states.prefix(Self.tableLength)
        let hasRest = shown.contains { !rest(of: $0).isEmpty }
        let rows = shown.map { state -> [EvidenceTable.Cell] in
            let name = EvidenceTable.Cell.text(
                pack.entity.entity(of: state.line.series).name
            )
            return [name] + (hasRest ? [.code(rest(of: state))] : []) + [
                .number(state.value, unit), .number(state.threshold.limit, unit),
                .time(Instant(milliseconds: state.since)),
                state.latest.end.map { .time(Instant(milliseconds: $0)) } ?? .missing("lasts"),
            ]
        }
        let count = affected.states.count
        let kind = pack.entity.kind.rawValue
        return EvidenceTable(
            title: count > rows.count
                ? "The \(rows.count) worst of \(count) series beyond the limit"
                : "What is beyond the limit",
            columns: [kind.prefix(1).uppercased() + kind.dropFirst()]
                + (hasRest ? ["Where"] : [])
                + [measure.name.title, "Limit", "Began", "Ended"],
            rows: rows
        )
    }

    /// The labels that do not name the entity: `device="sda1" mountpoint="/"`.
    private func rest(of state: LineState) -> String {
        let naming = Set(pack.entity.labels + (pack.entity.group ?? []))
        return state.line.series.labels.filter { !naming.contains($0.name) && $0.name != "job" }
            .map { "\($0.name)=\"\($0.value)\"" }.joined(separator: " ")
    }
}
