package import D8SAttention
package import D8SCharts
package import D8SModel

/// One audience's night on paper: what needs attention in a minute's reading, or that nothing does.
///
/// Executives get their first five items on one page whenever these fit; DevOps and analysts get
/// all of theirs on as many pages as they take.
package struct Summary: Sendable {
    let night: Night
    let audience: Audience
    let attention: AttentionResult
    let checks: Checks
    /// How many services are measured; with several of them a metric names its own.
    let serviceCount: Int
    let format: Format
    let paper: Paper

    package init(
        night: Night,
        audience: Audience,
        attention: AttentionResult,
        checks: Checks,
        serviceCount: Int,
        format: Format,
        paper: Paper = .a4
    ) {
        self.night = night
        self.audience = audience
        self.attention = attention
        self.checks = checks
        self.serviceCount = serviceCount
        self.format = format
        self.paper = paper
    }

    /// Where the site keeps this audience's summary: `executive/summary.pdf`.
    package static func path(_ audience: Audience) -> String {
        "\(audience.rawValue)/summary.pdf"
    }

    /// The pages, ready to paint on a light ground; the same arguments give the same document.
    ///
    /// The measurer is the painter's own, so that no line is longer than it was measured.
    package func document(measurer: any TextMeasurer) -> Document {
        Document(
            title: headingLine,
            author: organisation,
            created: night.asOf,
            language: "en",
            pages: SummaryFooter(summary: self, measurer: measurer).added(to: pages(measurer))
        )
    }

    /// The first of the densities, from generous to tight, that needs one page only; the room that
    /// it leaves goes between the items.
    private func pages(_ measurer: any TextMeasurer) -> [Document.Page] {
        let isShort = audience == .executive
        for density in isShort ? SummaryStyle.Density.allCases : [.roomy] {
            var style = SummaryStyle(paper: paper, density: density)
            guard let left = parts(style, measurer).roomLeft else { continue }
            style.spare = left / Double(2 * shown.count + 3)
            return parts(style, measurer).pages
        }
        let style = SummaryStyle(paper: paper, density: isShort ? .snug : .close)
        return parts(style, measurer).pages
    }

    private func parts(_ style: SummaryStyle, _ measurer: any TextMeasurer) -> SummaryParts {
        SummaryParts(
            summary: self,
            style: style,
            typesetter: SummaryTypesetter(measurer: measurer)
        )
    }

    var organisation: String { night.organisation.cleanedForDrawing().shortened(to: 60) }

    /// `Acme Retail · Executive summary · Night of Friday 20 November 2026`.
    var headingLine: String {
        let parts = ["\(audience.title) summary", "Night of \(format.longDay(night.day))"]
        return ([organisation].filter { !$0.isEmpty } + parts).joined(separator: " · ")
    }

    /// Items on the paper, in rank order.
    var shown: ArraySlice<Item> {
        audience == .executive ? attention.items.prefix(5) : attention.items[...]
    }

    /// The address of a file of this site; nil if nobody said where the site is read.
    func address(of path: String) -> String? {
        guard let url = night.url, !url.isEmpty else { return nil }
        return url.hasSuffix("/") ? url + path : url + "/" + path
    }
}
