import D8SAttention
import D8SCharts
import D8SModel

/// The top of a summary: whose it is, how many things need attention, and the key metrics.
struct SummaryHead {
    let summary: Summary
    let style: SummaryStyle
    let typesetter: SummaryTypesetter

    var box: SummaryBox {
        let items = summary.attention.items
        let title = Headline.title(items.count)
        var box = SummaryBox()
        box.add(line(summary.headingLine), .paragraph)
        box.skip(style.headGap)
        box.add(text(title, style.title, .text), .heading(level: 1), outline: title)
        let lede = Headline.summary(summary.attention, checks: summary.checks)
        if !lede.isEmpty {
            box.skip(4)
            box.add(text(lede, style.lede, .muted), .paragraph)
        }
        box.skip(style.headGap)
        box.addRule(width: style.contentWidth, thickness: 1.5, ink: .text)
        addStrip(to: &box)
        return box
    }

    /// The heading line again and a hairline, for readers of the printed page only.
    var runningHead: SummaryBox {
        var box = SummaryBox()
        box.add(line(summary.headingLine), .artifact)
        box.skip(8)
        return box
    }

    private func addStrip(to box: inout SummaryBox) {
        let metrics = KeyMetric.strip(
            of: summary.attention.items,
            services: summary.serviceCount,
            summary.format
        )
        guard !metrics.isEmpty else { return }
        box.skip(style.headGap)
        let strip = MetricStrip(metrics: metrics, style: style, typesetter: typesetter).box
        box.blocks += strip.blocks(at: Point(x: 0, y: box.height))
        box.height += strip.height
        box.skip(style.headGap)
    }

    private func line(_ text: String) -> SummaryTypesetter.Paragraph {
        typesetter.paragraph(text, style.small, ink: .muted, width: style.contentWidth, limit: 2)
    }

    private func text(
        _ text: String,
        _ face: SummaryStyle.Face,
        _ ink: Ink
    ) -> SummaryTypesetter.Paragraph {
        typesetter.paragraph(text, face, ink: ink, width: style.contentWidth, limit: 6)
    }
}
