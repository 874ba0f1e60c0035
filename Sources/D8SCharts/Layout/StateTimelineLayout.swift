import D8SModel

/// Rows of states with their key, names and time axis found.
///
/// In a narrow chart the names stand over the bars, so that these have the whole width.
struct StateTimelineLayout {
    private let chart: StateTimelineChart
    private let style: ChartStyle
    private let measurer: any TextMeasurer
    private let domain: TimeDomain
    private let patterns: [StatePattern]
    private let key: KeyRow
    private let plot: Plot
    private let shown: ArraySlice<StateTimelineChart.Row>
    /// From one row to the next.
    private let pitch: Double
    private let isNarrow: Bool

    /// Nil if no span can be drawn.
    init?(_ chart: StateTimelineChart, size: Size, measurer: any TextMeasurer) {
        let patterns = StatePattern.patterns(of: chart.states.prefix(Ink.hues.count))
        let spans = chart.rows.lazy.flatMap(\.spans)
            .filter { patterns.indices.contains($0.state) && $0.start < $0.end }
        let used = Set(spans.map(\.state))
        guard !used.isEmpty, let domain = Self.domain(chart, spans) else { return nil }
        (self.chart, self.measurer, self.domain) = (chart, measurer, domain)
        let style = ChartStyle(size: size)
        (self.style, self.patterns) = (style, patterns)
        isNarrow = size.width < 400
        let names = chart.rows.prefix(200).map {
            measurer.width(of: $0.label.cleanedForDrawing(limit: 100), style: style.label)
        }
        let column = min((names.max() ?? 0) + 10, size.width * 0.3)
        let left = style.hasAxes && !isNarrow ? column : 0
        let entries = used.sorted().map { state in
            KeyRow.Entry(
                name: chart.states[state].name,
                ink: patterns[state].ink,
                sample: patterns[state].frames
            )
        }
        let foot = style.hasAxes ? style.label.size + 12 : 0
        let least = isNarrow && style.hasAxes ? style.lineHeight + 18 : style.lineHeight + 2
        let full = KeyRow(entries, left: left, style: style, measurer: measurer)
        let isRoomy = style.hasAxes && size.height - foot - full.height >= least
        key = isRoomy ? full : KeyRow([], left: left, style: style, measurer: measurer)
        plot = Plot(size: size, left: left, right: 6, top: key.height, bottom: foot)
        pitch = min(max(plot.height / Double(max(chart.rows.count, 1)), least), max(least, 28))
        let capacity = max(Int(plot.height / pitch), 1)
        let isWhole = chart.rows.count <= capacity
        shown = chart.rows.prefix(isWhole ? capacity : max(capacity - 1, 1))
    }

    /// From back to front.
    var marks: [Mark] {
        guard style.hasAxes else { return bars }
        return key.marks + tracks + bars + names + more
            + TimeAxis(domain: domain, format: chart.format, style: style)
            .marks(in: foot, measurer: measurer)
    }

    private static func domain(
        _ chart: StateTimelineChart,
        _ spans: some Sequence<StateTimelineChart.Span>
    ) -> TimeDomain? {
        if let window = chart.window, window.start < window.end {
            return TimeDomain([window.start, window.end])
        }
        return TimeDomain(spans.flatMap { [$0.start, $0.end] })
    }

    /// The axis follows the last row where that leaves room under it.
    private var foot: Plot {
        let rows = Double(shown.count) + (shown.count < chart.rows.count ? 1 : 0)
        let bottom = min(plot.top + rows * pitch + 2, plot.bottom)
        return Plot(
            size: plot.size,
            left: plot.left,
            right: plot.size.width - plot.right,
            top: plot.top,
            bottom: plot.size.height - bottom
        )
    }

    private var barHeight: Double { isNarrow && style.hasAxes ? 12 : min(pitch * 0.6, 14) }

    private func bar(_ row: Int) -> Frame {
        let top = plot.top + Double(row) * pitch
        let y =
            isNarrow && style.hasAxes
            ? top + style.lineHeight : top + (pitch - barHeight) / 2
        return Frame(x: plot.left, y: y.rounded(), width: plot.width, height: barHeight.rounded())
    }

    /// A thin line in each row: where nothing lies on it, nothing is known.
    private var tracks: [Mark] {
        shown.indices.map { row in
            let bar = bar(row)
            let y = (bar.y + bar.height / 2).onPixel
            let ends = [Point(x: plot.left, y: y), Point(x: plot.right, y: y)]
            return .line(ends, ink: .line, width: 1)
        }
    }

    /// All spans of one state are one mark.
    private var bars: [Mark] {
        var frames = [[Frame]](repeating: [], count: patterns.count)
        let width = min(Int(plot.width), 10_000)
        for (row, entity) in shown.enumerated() where width > 0 {
            let bar = bar(row)
            let runs = StateRuns(entity.spans, states: patterns.count, in: domain, width: width)
            for run in runs.runs {
                let piece = Frame(
                    x: bar.x + Double(run.start),
                    y: bar.y,
                    width: Double(run.width),
                    height: bar.height
                )
                frames[run.state] += patterns[run.state].frames(in: piece)
            }
        }
        return zip(frames, patterns).filter { !$0.0.isEmpty }
            .map { .rectangles($0.0, fill: $0.1.ink) }
    }

    private var names: [Mark] {
        shown.enumerated().map { row, entity in
            let bar = bar(row)
            let room = isNarrow ? plot.width : plot.left - 10
            let text = measurer.fittedInMiddle(entity.label, style: style.label, width: room)
            let y = isNarrow ? bar.y - 5 : bar.y + bar.height / 2 + style.middle
            let at = Point(x: isNarrow ? 0 : plot.left - 10, y: y)
            let anchor = isNarrow ? TextAnchor.start : .end
            return .text(text, at: at, style: style.label, ink: .text, anchor: anchor)
        }
    }

    private var more: [Mark] {
        guard shown.count < chart.rows.count else { return [] }
        let words = "+\(chart.rows.count - shown.count) more"
        let y = plot.top + Double(shown.count) * pitch + style.label.size + 2
        return [.text(words, at: Point(x: plot.left, y: y), style: style.label, ink: .muted)]
    }
}
