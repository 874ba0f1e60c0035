import D8SAnalysis
package import D8SCharts
package import D8SModel

extension Summary {
    /// The summary of the same night that the site is made from.
    package init(_ input: SiteInput, audience: Audience, paper: Paper = .a4) {
        self.init(
            night: input.night,
            audience: audience,
            attention: input.attention,
            checks: input.checks,
            serviceCount: input.delivery.services.count,
            format: input.format,
            paper: paper
        )
    }

    /// Every audience's `summary.pdf`; set `SiteInput.hasSummaries` so that its pages link them.
    ///
    /// The measurer is the one that the painter was made with.
    ///
    /// - Throws: `.chart` with the file's path if Cairo cannot draw it.
    package static func files(
        of input: SiteInput,
        painter: Painter,
        measurer: any TextMeasurer,
        paper: Paper = .a4
    ) throws(SiteError) -> [SiteFile] {
        try Audience.allCases.map { audience throws(SiteError) in
            let path = path(audience)
            let document = Summary(input, audience: audience, paper: paper)
                .document(measurer: measurer)
            do {
                return SiteFile(path: path, bytes: try painter.pdf(document, theme: .light))
            } catch {
                throw .chart(path: path, reason: "\(error)")
            }
        }
    }
}
