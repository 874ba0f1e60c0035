import D8SModel

/// Lying bars by rank.
///
/// In a narrow chart each name stands over its bar, so that it is read whole.
struct RankLayout {
    private let chart: RankBarChart
    private let size: Size
    private let measurer: any TextMeasurer
    private let style: ChartStyle
    private let shown: [(label: String, value: Double, ink: Ink)]
    private let numbers: [String]
    private let rest: Int
    private let isNarrow: Bool
    /// From one row to the next.
    private let pitch: Double
    private let left: Double
    private let scale: Scale

    /// Nil if no entry has a value.
    init?(_ chart: RankBarChart, size: Size, measurer: any TextMeasurer) {
        let ranked = chart.ranked
        guard !ranked.isEmpty else { return nil }
        (self.chart, self.size, self.measurer) = (chart, size, measurer)
        let style = ChartStyle(size: size)
        self.style = style
        isNarrow = size.width < 400
        let least = isNarrow ? style.lineHeight + 14 : style.lineHeight + 2
        let wanted = min(max(chart.limit, 1), ranked.count)
        pitch = min(max(size.height / Double(wanted + 1), least), isNarrow ? 34 : 28)
        let capacity = max(Int(min(size.height / pitch, 1000)), 1)
        let isWhole = wanted == ranked.count && wanted <= capacity
        let found = Array(ranked.prefix(min(wanted, isWhole ? capacity : max(capacity - 1, 1))))
        shown = found
        rest = ranked.count - found.count
        numbers = found.map { chart.format.value($0.value, chart.unit) }
        let widest = { (texts: [String]) in
            texts.map { measurer.width(of: $0, style: style.label) }.max() ?? 0
        }
        let names = found.map { $0.label.cleanedForDrawing(limit: 400) }
        left = isNarrow ? 0 : min(widest(names), size.width * 0.4) + 10
        let domain = ValueDomain(found.map(\.value) + [0]) ?? .unit
        let room = isNarrow ? 2 : widest(numbers) + 10
        scale = Scale(
            low: domain.low,
            high: domain.high > domain.low ? domain.high : domain.low + 1,
            start: left,
            end: max(size.width - room, left + 1)
        )
    }

    /// From top to bottom.
    var marks: [Mark] {
        let rows = shown.indices.flatMap { isNarrow ? narrowRow($0) : wideRow($0) }
        guard rest > 0 else { return rows }
        let y = Double(shown.count) * pitch + style.lineHeight - 2
        let at = Point(x: left, y: y)
        return rows + [.text("+\(rest) more", at: at, style: style.label, ink: .muted)]
    }

    private func wideRow(_ row: Int) -> [Mark] {
        let middle = (Double(row) + 0.5) * pitch
        let entry = shown[row], baseline = middle + style.middle
        let name = measurer.fittedInMiddle(entry.label, style: style.label, width: left - 10)
        let height = min(pitch * 0.6, 14)
        let end = max(scale.place(0), scale.place(entry.value)) + 6
        return [
            text(name, Point(x: left - 10, y: baseline), .text, .end),
            bar(entry, top: middle - height / 2, height: height),
            text(numbers[row], Point(x: end, y: baseline), .muted, .start),
        ]
    }

    private func narrowRow(_ row: Int) -> [Mark] {
        let top = Double(row) * pitch, entry = shown[row]
        let baseline = top + style.label.size
        let number = measurer.width(of: numbers[row], style: style.label)
        let room = size.width - number - 12
        let name = measurer.fittedInMiddle(entry.label, style: style.label, width: room)
        return [
            text(name, Point(x: 0, y: baseline), .text, .start),
            text(numbers[row], Point(x: size.width, y: baseline), .muted, .end),
            bar(entry, top: top + style.lineHeight + 1, height: 8),
        ]
    }

    private func text(_ text: String, _ at: Point, _ ink: Ink, _ anchor: TextAnchor) -> Mark {
        .text(text, at: at, style: style.label, ink: ink, anchor: anchor)
    }

    private func bar(
        _ entry: (label: String, value: Double, ink: Ink),
        top: Double,
        height: Double
    ) -> Mark {
        let ends = [scale.place(0), scale.place(entry.value)].sorted()
        let width = entry.value == 0 ? 0 : max(ends[1] - ends[0], 1)
        let frame = Frame(x: ends[0], y: top, width: width, height: height)
        return .rectangle(frame, fill: entry.ink)
    }
}
