import D8SModel

/// A waterfall's rows: the first total, the steps, the last total.
///
/// In a narrow chart each name stands over its bar, so that it is read whole. Where the steps are
/// small beside the totals the axis begins near them, and the totals are drawn with a cut.
struct WaterfallLayout {
    private struct Row {
        var label: String
        var number: String
        var from: Double
        var to: Double
        var ink: Ink
        var isTotal: Bool
    }

    private let size: Size
    private let measurer: any TextMeasurer
    private let style: ChartStyle
    private let rows: [Row]
    private let isNarrow: Bool
    /// Whether there is no room for text, nor for more than the totals and what lies between.
    private let isTiny: Bool
    private let pitch: Double
    private let left: Double
    private let scale: Scale
    /// Whether the axis begins above 0.
    private let isCut: Bool
    /// Steps that span less than this part of the totals are looked at from near.
    private static let near = 0.35

    /// Nil if a total is not finite.
    init?(_ chart: WaterfallChart, size: Size, measurer: any TextMeasurer) {
        guard chart.start.value.isFinite, chart.end.value.isFinite else { return nil }
        let style = ChartStyle(size: size), isNarrow = size.width < 400
        (self.size, self.measurer, self.style) = (size, measurer, style)
        self.isNarrow = isNarrow
        let least = isNarrow ? style.lineHeight + 14 : style.lineHeight + 2
        let capacity = max(Int(min(size.height / least, 1000)), 3)
        let isTiny = size.height < 3 * least
        self.isTiny = isTiny
        let rows = Self.rows(chart, capacity: capacity)
        self.rows = rows
        let share = size.height / Double(rows.count)
        pitch = isTiny ? share : min(max(share, least), isNarrow ? 34 : 28)
        let widest = { (texts: [String]) in
            texts.map { measurer.width(of: $0, style: style.label) }.max() ?? 0
        }
        let names = rows.map { $0.label.cleanedForDrawing(limit: 400) }
        left = isNarrow || isTiny ? 0 : min(widest(names), size.width * 0.4) + 10
        let room = isNarrow || isTiny ? 2 : widest(rows.map(\.number)) + 10
        let ends = Self.ends(of: rows)
        isCut = ends.low > 0
        scale = Scale(
            low: ends.low,
            high: ends.high > ends.low ? ends.high : ends.low + 1,
            start: left,
            end: max(size.width - room, left + 1)
        )
    }

    /// Every row; the smallest steps are one where there is no room for all.
    private static func rows(_ chart: WaterfallChart, capacity: Int) -> [Row] {
        var steps = chart.steps.filter(\.value.isFinite)
        if steps.count > capacity - 2 {
            let order = steps.indices.sorted {
                (abs(steps[$1].value), $0) < (abs(steps[$0].value), $1)
            }
            let kept = Set(order.prefix(max(capacity - 3, 0)))
            let others = steps.indices.filter { !kept.contains($0) }
            let sum = others.reduce(0) { $0 + steps[$1].value }
            steps = kept.sorted().map { steps[$0] }
            steps.append(.init(label: "\(others.count) others", value: sum))
        }
        var level = chart.start.value
        let moves = steps.map { step -> Row in
            defer { level += step.value }
            let isHarm = chart.harm == .both || (step.value > 0) == (chart.harm == .up)
            return Row(
                label: step.label,
                number: chart.signed(step.value),
                from: level,
                to: level + step.value,
                ink: isHarm ? .warning : .good,
                isTotal: false
            )
        }
        return [total(chart.start, chart)] + moves + [total(chart.end, chart)]
    }

    private static func total(_ entry: WaterfallChart.Entry, _ chart: WaterfallChart) -> Row {
        Row(
            label: entry.label,
            number: chart.format.value(entry.value, chart.unit),
            from: 0,
            to: entry.value,
            ink: .series,
            isTotal: true
        )
    }

    private static func ends(of rows: [Row]) -> (low: Double, high: Double) {
        let levels = rows.map(\.to) + rows.filter { !$0.isTotal }.map(\.from)
        let low = levels.min() ?? 0, high = levels.max() ?? 1
        guard low > 0, high - low < high * near else { return (min(low, 0), max(high, 0)) }
        return (max(0, low - (high - low) * 0.5), high)
    }

    /// From top to bottom; a fine line leads from each bar's end to the next bar, where no text
    /// stands between them.
    var marks: [Mark] {
        if isTiny { return rows.indices.flatMap(bar) }
        return isNarrow
            ? rows.indices.flatMap(narrowRow) : rows.indices.flatMap(wideRow) + joints
    }

    private func top(of row: Int) -> Double {
        let top = Double(row) * pitch
        return isNarrow && !isTiny
            ? top + style.lineHeight + 1 : top + (pitch - barHeight) / 2
    }

    private var barHeight: Double { isNarrow && !isTiny ? 8 : min(pitch * 0.6, 14) }

    private func wideRow(_ index: Int) -> [Mark] {
        let row = rows[index], baseline = (Double(index) + 0.5) * pitch + style.middle
        let name = measurer.fittedInMiddle(row.label, style: style.label, width: left - 10)
        let end = max(scale.place(row.from), scale.place(row.to)) + 6
        return [text(name, Point(x: left - 10, y: baseline), .text, .end)] + bar(index)
            + [text(row.number, Point(x: end, y: baseline), .muted, .start)]
    }

    private func narrowRow(_ index: Int) -> [Mark] {
        let row = rows[index], baseline = Double(index) * pitch + style.label.size
        let number = measurer.width(of: row.number, style: style.label)
        let room = size.width - number - 12
        let name = measurer.fittedInMiddle(row.label, style: style.label, width: room)
        return [
            text(name, Point(x: 0, y: baseline), .text, .start),
            text(row.number, Point(x: size.width, y: baseline), .muted, .end),
        ] + bar(index)
    }

    private func bar(_ index: Int) -> [Mark] {
        let row = rows[index], ends = [scale.place(row.from), scale.place(row.to)].sorted()
        let frame = Frame(
            x: ends[0],
            y: top(of: index),
            width: row.from == row.to ? 0 : max(ends[1] - ends[0], 1),
            height: barHeight
        )
        let bar = Mark.rectangle(frame, fill: row.ink)
        return row.isTotal && isCut ? [bar] + cut(frame) : [bar]
    }

    /// A gap through a bar that does not begin at 0.
    private func cut(_ frame: Frame) -> [Mark] {
        guard frame.width > 16 else { return [] }
        let foot = frame.y + frame.height + 1
        let line = [Point(x: frame.x + 6, y: foot), Point(x: frame.x + 10, y: frame.y - 1)]
        return [.line(line, ink: .background, width: 2)]
    }

    private var joints: [Mark] {
        rows.indices.dropLast().map { index in
            let x = scale.place(rows[index].to).onPixel
            let ends = [
                Point(x: x, y: top(of: index) + barHeight), Point(x: x, y: top(of: index + 1)),
            ]
            return .line(ends, ink: .faint, width: 1)
        }
    }

    private func text(_ text: String, _ at: Point, _ ink: Ink, _ anchor: TextAnchor) -> Mark {
        .text(text, at: at, style: style.label, ink: ink, anchor: anchor)
    }
}
