import D8SCharts
import D8SModel

/// The foot of every page: how fresh the data are, where the full report is, which page this is.
struct SummaryFooter {
    let summary: Summary
    let measurer: any TextMeasurer

    private var style: SummaryStyle { SummaryStyle(paper: summary.paper, density: .roomy) }
    private var face: TextStyle { style.small.text }
    /// The footer's baseline.
    private var y: Double { style.paper.size.height - style.margin }

    func added(to pages: [Document.Page]) -> [Document.Page] {
        pages.enumerated().map { number, page in
            var page = page
            page.blocks += blocks(page: number + 1, of: pages.count)
            return page
        }
    }

    private func blocks(page: Int, of count: Int) -> [Document.Block] {
        let number = "Page \(summary.format.whole(page)) of \(summary.format.whole(count))"
        let room = style.contentWidth - measurer.width(of: number, style: face) - 10
        let words = measurer.fitted(sentence(in: room), style: face, width: room)
        let end = measurer.width(of: words, style: face)
        let rule = Frame(x: 0, y: 0, width: style.contentWidth, height: 0.75)
        return [
            Document.Block(
                role: .artifact,
                origin: Point(x: style.margin, y: y - 17),
                marks: [.rectangle(rule, fill: .line)]
            ),
            // Read once, on the first page; on the others it is furniture.
            block(words, page == 1 ? .paragraph : .artifact, x: style.margin),
        ] + link(x: style.margin + end + 3, room: room - end - 3) + [
            block(
                number,
                .artifact,
                x: style.paper.size.width - style.margin,
                anchor: .end
            )
        ]
    }

    /// How fresh the data are, and as many words as leave room for the whole address.
    private func sentence(in room: Double) -> String {
        let format = summary.format, checks = summary.checks
        let data =
            "Data to \(format.clock(summary.night.asOf))\u{a0}\(format.zone.identifier), "
            + "\(format.whole(checks.freshSources)) of "
            + format.count(checks.sources, "source") + " fresh."
        guard let address else { return data }
        let long = data + " Full report with evidence:"
        let fits = measurer.width(of: long + " " + address, style: face) <= room
        return fits ? long : data + " Report:"
    }

    /// The site's address, without the parts that tell a reader nothing.
    private var address: String? {
        summary.address(of: "").map { url in
            let scheme = ["https://", "http://"].first(where: url.hasPrefix) ?? ""
            return String(url.dropFirst(scheme.count).dropLast())
        }
    }

    private func link(x: Double, room: Double) -> [Document.Block] {
        guard let url = summary.address(of: ""), let address else { return [] }
        let text = measurer.fittedInMiddle(address, style: face, width: room)
        guard !text.isEmpty else { return [] }
        var block = block(text, .link(url: url), x: x, ink: .link)
        let width = measurer.width(of: text, style: face)
        block.frame = Frame(x: x, y: y - 9, width: width, height: 12)
        return [block]
    }

    private func block(
        _ text: String,
        _ role: Document.Block.Role,
        x: Double,
        ink: Ink = .muted,
        anchor: TextAnchor = .start
    ) -> Document.Block {
        let at = Point(x: 0, y: 0)
        return Document.Block(
            role: role,
            origin: Point(x: x, y: y),
            marks: [.text(text, at: at, style: face, ink: ink, anchor: anchor)]
        )
    }
}
