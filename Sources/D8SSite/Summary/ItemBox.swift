import D8SAttention
import D8SCharts
import D8SModel

/// An item on paper: its words at the left, its chart at the right, a hairline above.
struct ItemBox {
    let item: Item
    /// 1 for the first.
    let rank: Int
    let summary: Summary
    let style: SummaryStyle
    let typesetter: SummaryTypesetter

    var box: SummaryBox {
        var box = SummaryBox()
        box.addRule(width: style.contentWidth, thickness: 0.75, ink: .line)
        box.skip(style.padding)
        let top = box.height
        addWords(to: &box)
        if let picture = item.pictured {
            let height = max(style.chart.height, min(box.height - top, style.highestChart))
            box.blocks.append(figure(picture, y: top, height: height))
            box.height = max(box.height, top + height)
        }
        box.skip(style.padding)
        return box
    }

    private var width: Double { item.pictured == nil ? style.loneTextWidth : style.textWidth }

    private var statement: Statement {
        item.findings.first?.statement(for: summary.audience)
            ?? Statement(title: item.id, detail: "")
    }

    /// The heading is read first although the line with the severity stands above it.
    private func addWords(to box: inout SummaryBox) {
        let eyebrow = eyebrow
        let title = statement.title.cleanedForDrawing().shortened(to: 200)
        let top = box.height
        box.skip(eyebrow.height + 1)
        box.add(set(title, style.itemTitle, limit: 4), .heading(level: 2), outline: title)
        let below = box.height
        box.height = top
        box.add(eyebrow, .paragraph)
        box.height = below
        add(statement.detail, limit: 14, to: &box)
        addNext(to: &box)
        addEvidence(to: &box)
    }

    private func add(_ text: String, limit: Int, to box: inout SummaryBox) {
        guard !text.isEmpty else { return }
        box.skip(style.leading)
        box.add(set(text.shortened(to: 1200), style.detail, limit: limit), .paragraph)
    }

    private func addNext(to box: inout SummaryBox) {
        guard let action = item.findings.lazy.flatMap(\.actions).first else { return }
        let weight = summary.audience == .executive ? "" : " " + action.weight + "."
        box.skip(style.leading)
        let next = typesetter.paragraph(
            action.text.filter { $0 != "`" }.shortened(to: 800) + weight,
            style.next,
            ink: .text,
            width: width,
            limit: 9,
            lead: .init(text: "Do next.", weight: .bold, ink: .text)
        )
        box.add(next, .paragraph)
    }

    /// The way to the proof, for the audiences that follow it.
    private func addEvidence(to box: inout SummaryBox) {
        guard summary.audience != .executive else { return }
        if summary.audience == .analyst {
            box.skip(style.leading)
            let because = "Ranked \(summary.format.whole(rank)): \(item.rankedBecause)"
            box.add(set(because, style.small, ink: .muted, limit: 3), .paragraph)
        }
        let path = PagePath.item(item.id, summary.audience)
        guard let url = summary.address(of: path) else { return }
        box.skip(style.leading)
        let words = "Evidence and history"
        let text = set(words, style.small, ink: .link, limit: 1)
        let frame = Frame(
            x: 0,
            y: box.height,
            width: typesetter.measurer.width(of: words, style: style.small.text),
            height: text.height
        )
        box.add(text, .link(url: url))
        box.blocks[box.blocks.count - 1].frame = frame
    }

    /// `■ Critical · new tonight · Payments`.
    private var eyebrow: SummaryTypesetter.Paragraph {
        let indent = 11.0
        var line = typesetter.paragraph(
            tags.map { "· " + $0 }.joined(separator: " "),
            style.small,
            ink: .muted,
            width: width - indent,
            limit: 2,
            lead: .init(text: item.severity.title, weight: .semibold, ink: item.severity.ink)
        )
        line.marks = line.marks.map { $0.indented(by: indent) }
        line.marks.insert(sign(radius: 3.5), at: 0)
        return line
    }

    /// A square, a triangle or a dot, as on the pages: they differ on grey paper, too.
    private func sign(radius: Double) -> Mark {
        let (ink, y) = (item.severity.ink, style.small.line / 2)
        switch item.severity {
        case .critical:
            let frame = Frame(x: 0, y: y - radius, width: 2 * radius, height: 2 * radius)
            return .rectangle(frame, fill: ink)
        case .warning:
            let corners = [(0, y + radius), (radius, y - radius), (2 * radius, y + radius)]
            return .area(corners.map { Point(x: $0.0, y: $0.1) }, fill: ink)
        case .info:
            return .circle(center: Point(x: radius, y: y), radius: radius, fill: ink)
        }
    }

    private var tags: [String] {
        let finding = item.findings.first
        let owner = finding?.owner?.cleanedForDrawing().shortened(to: 40)
        var tags = item.life.tags(summary.format) + [owner].compactMap(\.self)
        guard summary.audience != .executive else { return tags }
        let count = summary.format.whole(summary.attention.items.count)
        tags.insert("\(summary.format.whole(rank)) of \(count)", at: 0)
        if let since = finding?.since {
            tags.append("since \(summary.format.date(since, reference: summary.night.asOf))")
        }
        if summary.audience == .analyst, let chance = finding?.chance(summary.format) {
            tags.append(chance)
        }
        return tags
    }

    private func figure(_ series: EvidenceSeries, y: Double, height: Double) -> Document.Block {
        let alternative = series.sentence(item.format(summary.format)).cleanedForDrawing()
        let chart = series.chart(
            severity: item.severity,
            window: item.picturedWindow,
            alt: alternative,
            format: item.format(summary.format)
        )
        let scale = style.chartScale
        let size = Size(width: style.chart.width / scale, height: height / scale)
        let scene = chart.scene(size: size, measurer: typesetter.measurer)
        return Document.Block(
            role: .figure(alternative: alternative),
            origin: Point(x: style.contentWidth - style.chart.width, y: y),
            marks: scene.marks.map { $0.scaled(by: scale) }
        )
    }

    private func set(
        _ text: String,
        _ face: SummaryStyle.Face,
        ink: Ink = .text,
        limit: Int
    ) -> SummaryTypesetter.Paragraph {
        typesetter.paragraph(text, face, ink: ink, width: width, limit: limit)
    }
}

extension Mark {
    /// The same text further right.
    fileprivate func indented(by distance: Double) -> Mark {
        guard case .text(let text, let at, let style, let ink, let anchor) = self else {
            return self
        }
        let place = Point(x: at.x + distance, y: at.y)
        return .text(text, at: place, style: style, ink: ink, anchor: anchor)
    }
}
