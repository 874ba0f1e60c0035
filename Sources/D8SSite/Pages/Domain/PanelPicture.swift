import D8SCharts
import D8SModel

/// What a panel of a pack looks like over one time range.
struct PanelPicture {
    /// Series that a table shows at most; the file has all.
    private static let tableLength = 100

    let pack: Pack
    let panel: PackPanel
    let span: PanelReading.Span
    let format: Format
    let asOf: Instant
    /// The lines with at least one number, the worst last value first: the largest, or the least
    /// where less is worse.
    private(set) var lines: [MeasureReading.Line] = []

    init(pack: Pack, panel: PackPanel, span: PanelReading.Span, format: Format, asOf: Instant) {
        self.pack = pack
        self.panel = panel
        self.span = span
        self.format = format
        self.asOf = asOf
        lines = sortedLines
    }

    private var sortedLines: [MeasureReading.Line] {
        let lessIsWorse = lessIsWorse
        return span.lines.filter { line in line.values.contains { $0.isFinite } }
            .sorted { left, right in
                let (one, other) = (Self.last(left), Self.last(right))
                guard one != other else { return left.series < right.series }
                return lessIsWorse ? one < other : one > other
            }
    }

    /// The chart of the panel's kind; nil if there is nothing to draw.
    var chart: (any Chart)? {
        guard !lines.isEmpty else { return nil }
        return switch panel.kind {
        case .timeseries: timeSeries
        case .stat: stat
        case .gauge: gauge
        case .table, .bars: bars
        case .stacked: stacked
        case .heatmap: heatmap
        case .week: week
        case .timeline: timeline
        }
    }

    var lessIsWorse: Bool { measure?.name.harm == .down }

    static func last(_ line: MeasureReading.Line) -> Double {
        line.values.last { $0.isFinite } ?? 0
    }

    /// What the picture shows, as a statement.
    var heading: String {
        guard let first = lines.first else { return panel.title }
        let value = format.value(Self.last(first), panel.unit)
        switch panel.kind {
        case .heatmap, .week, .timeline: return panel.title
        case .stat, .gauge: return "\(panel.title): \(value)"
        case .timeseries, .table, .bars, .stacked:
            let name = name(of: first).shortened(to: 40)
            return lines.count == 1 || name.isEmpty
                ? "\(panel.title): \(value) now"
                : "\(panel.title): \(lessIsWorse ? "lowest" : "highest") \(value), \(name)"
        }
    }

    /// The name of a line: the panel's legend without the places of labels that it lacks, else the
    /// values of its labels.
    func name(of line: MeasureReading.Line) -> String {
        let labels = line.series.labels
        guard let legend = panel.legend else {
            return labels.map(\.value).joined(separator: " ")
        }
        let values = Dictionary(labels.map { ($0.name, $0.value) }) { first, _ in first }
        let pieces = legend.split(separator: "{", omittingEmptySubsequences: false)
        return pieces.dropFirst().reduce(String(pieces.first ?? "")) { text, piece in
            let parts = piece.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { return text + piece }
            return text + (values[String(parts[0])] ?? "") + parts[1]
        }
    }

    /// The line's values with gaps where more than a step is missing.
    func points(of line: MeasureReading.Line) -> [EvidenceSeries.Point] {
        var points: [EvidenceSeries.Point] = []
        for (time, value) in zip(line.times, line.values) {
            if let last = points.last?.time.milliseconds, time - last > span.step {
                let gap = Instant(milliseconds: last + span.step)
                points.append(.init(time: gap, value: nil))
            }
            let shown = value.isFinite ? value : nil
            points.append(.init(time: Instant(milliseconds: time), value: shown))
        }
        return points
    }

    /// The limits of the measure that the panel shows, as the chart draws them.
    var thresholds: [Threshold] {
        guard let measure else { return [] }
        return measure.thresholds.filter { $0.severity > .info }.map(\.drawn)
    }

    var measure: PackMeasure? {
        panel.measure.flatMap { name in
            pack.measures.first { $0.name.rawValue == "\(pack.name).\(name)" }
        }
    }

    /// The ink of a value by the limits that it is beyond.
    func ink(of value: Double) -> Ink {
        let beyond = measure?.thresholds.filter { $0.isEntered(by: value) }.map(\.severity).max()
        return beyond.map(\.ink) ?? .series
    }

    /// The same as a table: each line's last, lowest and highest value.
    var table: Table {
        var table = Table([
            .init(title: "Series"), .init(title: "Last", isNumber: true),
            .init(title: "Lowest", isNumber: true), .init(title: "Highest", isNumber: true),
        ])
        for line in lines.prefix(Self.tableLength) {
            let known = line.values.filter(\.isFinite)
            let name = name(of: line)
            let values = [Self.last(line), known.min() ?? 0, known.max() ?? 0].map { value in
                var cell = Table.Cell(format.value(value, panel.unit))
                cell.sort = value
                return cell
            }
            table.add([.init(name.isEmpty ? panel.title : name)] + values)
        }
        return table
    }

    /// Every value, for programs.
    var csv: [UInt8] {
        var csv = CSV(header: ["series", "time", "value", "unit"])
        for line in span.lines {
            csv.add([line.series.description], line, unit: panel.unit.rawValue)
        }
        return csv.bytes
    }
}
