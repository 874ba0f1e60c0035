import D8SCharts
import D8SModel

/// Up to five metrics side by side: label, value in its severity's ink, what it was.
struct MetricStrip {
    let metrics: [KeyMetric]
    let style: SummaryStyle
    let typesetter: SummaryTypesetter

    var box: SummaryBox {
        var strip = SummaryBox()
        for (number, metric) in metrics.enumerated() {
            let column = column(metric)
            strip.blocks += column.blocks(at: Point(x: Double(number) * step, y: 0))
            strip.height = max(strip.height, column.height)
        }
        return strip
    }

    /// One or two metrics stand where they would with three.
    private var step: Double { style.contentWidth / Double(max(metrics.count, 3)) }
    private var width: Double { step - 12 }
    private var labelLines: Int {
        metrics.map { label($0).height }.max().map { Int($0 / style.small.line) } ?? 1
    }

    private func label(_ metric: KeyMetric) -> SummaryTypesetter.Paragraph {
        typesetter.paragraph(metric.label, style.small, ink: .muted, width: width, limit: 2)
    }

    /// All three lines are one paragraph: `Change fail rate 22 % was 9 %`.
    private func column(_ metric: KeyMetric) -> SummaryBox {
        var box = SummaryBox()
        box.add(label(metric), .paragraph)
        box.height = Double(labelLines) * style.small.line
        box.skip(1)
        let value = typesetter.headline(
            metric.value,
            style.metric,
            ink: metric.severity.ink,
            width: width
        )
        box.add(value, .paragraph)
        box.skip(1)
        let words = [metric.was, metric.who].compactMap(\.self).joined(separator: " · ")
        let was = typesetter.paragraph(words, style.small, ink: .muted, width: width, limit: 2)
        box.add(was, .paragraph)
        return box.joined
    }
}

extension SummaryBox {
    /// The same box with all its blocks as one.
    fileprivate var joined: SummaryBox {
        guard var first = blocks.first else { return self }
        first.marks = blocks.flatMap { block in
            block.marks.map { $0.moved(by: block.origin) }
        }
        first.origin = Point(x: 0, y: 0)
        return SummaryBox(blocks: [first], height: height)
    }
}

extension Mark {
    /// The same text further right and down.
    fileprivate func moved(by distance: Point) -> Mark {
        guard case .text(let text, let at, let style, let ink, let anchor) = self else {
            return self
        }
        let place = Point(x: at.x + distance.x, y: at.y + distance.y)
        return .text(text, at: place, style: style, ink: ink, anchor: anchor)
    }
}
