import D8SCharts

/// Fills pages with boxes from top to bottom; a box that does not fit starts the next page.
struct SummaryFlow {
    let style: SummaryStyle
    /// What stands at the top of every page but the first.
    let runningHead: SummaryBox

    func pages(of boxes: [SummaryBox]) -> [Document.Page] {
        var pages: [Document.Page] = []
        var blocks: [Document.Block] = []
        var y = style.margin
        for box in boxes {
            if y + box.height > style.bottom, !blocks.isEmpty {
                pages.append(Document.Page(size: style.paper.size, blocks: blocks))
                blocks = runningHead.blocks(at: Point(x: style.margin, y: style.margin))
                y = style.margin + runningHead.height
            }
            blocks += box.blocks(at: Point(x: style.margin, y: y))
            y += box.height
        }
        return pages + [Document.Page(size: style.paper.size, blocks: blocks)]
    }
}
