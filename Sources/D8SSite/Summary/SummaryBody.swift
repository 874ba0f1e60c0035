import D8SAttention
import D8SCharts
import D8SModel

/// What follows the head: the items, what is left out, resolved or accepted, or the proof of a
/// calm night.
struct SummaryBody {
    let summary: Summary
    let style: SummaryStyle
    let typesetter: SummaryTypesetter

    /// A box for each item, set when it is asked for.
    var items: some Sequence<SummaryBox> {
        summary.shown.enumerated().lazy.map { number, item in
            ItemBox(
                item: item,
                rank: number + 1,
                summary: summary,
                style: style,
                typesetter: typesetter
            ).box
        }
    }

    /// What follows the items.
    var others: [SummaryBox] { proof + rest + resolved + accepted }

    private var attention: AttentionResult { summary.attention }
    private var format: Format { summary.format }

    /// Why a page without items can be believed.
    private var proof: [SummaryBox] {
        guard attention.items.isEmpty else { return [] }
        let until = format.dateTime(summary.night.validUntil, reference: summary.night.asOf)
        let tests = format.count(summary.checks.tests, "test")
        let sources = format.count(summary.checks.sources, "source")
        let fresh = format.whole(summary.checks.freshSources)
        let sentences =
            "\(tests) found nothing; \(fresh) of \(sources) fresh. "
            + "This holds until \(until)\u{a0}\(format.zone.identifier)."
        var box = SummaryBox()
        box.skip(style.headGap)
        box.add(text(sentences), .paragraph)
        return [box]
    }

    /// The items that did not fit: `+7 more in the full report`.
    private var rest: [SummaryBox] {
        let count = attention.items.count - summary.shown.count
        guard count > 0 else { return [] }
        var box = SummaryBox()
        box.addRule(width: style.contentWidth, thickness: 0.75, ink: .line)
        box.skip(style.padding / 2)
        box.add(text("+\(format.whole(count)) more in the full report."), .paragraph)
        return [box]
    }

    private var resolved: [SummaryBox] {
        let limit = summary.audience == .executive ? 3 : 20
        let lines = attention.resolved.prefix(limit).map { item in
            let title = item.last.title.cleanedForDrawing().shortened(to: 160)
            return "\(title) · raised on \(format.count(item.nights, "night")) "
                + "since \(format.day(item.firstNight))"
        }
        return list("Resolved since last night", lines, of: attention.resolved.count)
    }

    private var accepted: [SummaryBox] {
        guard summary.audience != .executive else { return [] }
        let lines = attention.accepted.map { item in
            let title =
                item.findings.first?.statement(for: summary.audience).title ?? item.id
            let words = item.life.acceptance.map {
                [
                    $0.reason.shortened(to: 200), $0.owner.shortened(to: 40),
                    "until \(format.fullDay($0.until))",
                ]
            }
            return ([title.shortened(to: 160)] + (words ?? [])).joined(separator: " · ")
        }
        return list("Accepted for a while", lines, of: lines.count)
    }

    /// A heading that stays with its first line, then a box for each other line.
    private func list(_ heading: String, _ lines: [String], of count: Int) -> [SummaryBox] {
        guard let first = lines.first else { return [] }
        var top = SummaryBox()
        top.addRule(width: style.contentWidth, thickness: 0.75, ink: .line)
        top.skip(style.padding)
        let face = style.itemTitle
        top.add(
            typesetter.paragraph(
                heading,
                face,
                ink: .text,
                width: style.contentWidth,
                limit: 2
            ),
            .heading(level: 2),
            outline: heading
        )
        top.skip(style.leading)
        top.add(text(first), .paragraph)
        let others = lines.dropFirst().map(line)
        let left = count - lines.count
        return [top] + others + (left > 0 ? [line("and \(format.whole(left)) more.")] : [])
            + [SummaryBox(height: style.padding)]
    }

    private func line(_ words: String) -> SummaryBox {
        var box = SummaryBox()
        box.skip(style.leading)
        box.add(text(words), .paragraph)
        return box
    }

    private func text(_ words: String) -> SummaryTypesetter.Paragraph {
        typesetter.paragraph(
            words,
            style.next,
            ink: .text,
            width: style.loneTextWidth,
            limit: 6
        )
    }
}
