import D8SCharts

/// A summary in one style: its head, then its body.
struct SummaryParts {
    private let style: SummaryStyle
    private let head: SummaryHead
    private let body: SummaryBody

    init(summary: Summary, style: SummaryStyle, typesetter: SummaryTypesetter) {
        self.style = style
        head = SummaryHead(summary: summary, style: style, typesetter: typesetter)
        body = SummaryBody(summary: summary, style: style, typesetter: typesetter)
    }

    var pages: [Document.Page] {
        SummaryFlow(style: style, runningHead: head.runningHead)
            .pages(of: [head.box] + body.items + body.others)
    }

    /// The room below everything if it fits on one page, else nil.
    ///
    /// Items that come after the end of the page are not set at all.
    var roomLeft: Double? {
        var y = style.margin + head.box.height
        for item in body.items {
            y += item.height
            if y > style.bottom { return nil }
        }
        for box in body.others {
            y += box.height
            if y > style.bottom { return nil }
        }
        return max(style.bottom - y, 0)
    }
}
