import D8SAttention
package import D8SCharts
package import D8SModel

/// The site of one night: items, measures and charts in, files out.
package struct Site: Sendable {
    let input: SiteInput
    var templates: any Renderer
    let assets: [String: [UInt8]]
    let brush: Brush

    /// A site from what is to be shown, how, and by whom it is painted.
    ///
    /// Assets are `site.css`, `site.js` and `icon.svg` by name; all others are copied too.
    package init(
        input: SiteInput,
        templates: Templates,
        assets: [String: [UInt8]],
        painter: any ChartPainter,
        measurer: any TextMeasurer
    ) {
        self.input = input
        self.templates = templates
        self.assets = assets
        brush = Brush(painter: painter, measurer: measurer, created: input.night.asOf)
    }

    /// All files of the site but `edition.json` and the PDF summaries, in parts that can be made in
    /// any order or side by side; the result does not depend on it.
    ///
    /// A batch throws the `SiteError` of the page that could not be made.
    ///
    /// - Throws: `.unsafeItem` and `.missingAsset`, before anything is made.
    package func batches() throws(SiteError) -> [SiteBatch] {
        for item in input.attention.items + input.attention.accepted where !item.id.isFolderName {
            throw .unsafeItem(id: item.id)
        }
        let assets = try assetFiles()
        return jobs() + [{ assets }]
    }

    private func assetFiles() throws(SiteError) -> [SiteFile] {
        for name in ["icon.svg", "site.css", "site.js"] where assets[name] == nil {
            throw .missingAsset(name: name)
        }
        return assets.map { SiteFile(path: "assets/" + $0.key, bytes: $0.value) }
    }
}

extension String {
    /// Whether this is a plain name that is safe as a folder in every file system and URL.
    var isFolderName: Bool {
        guard let first = utf8.first, first != UInt8(ascii: "."), utf8.count <= 200 else {
            return false
        }
        return utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                true
            default: false
            }
        }
    }
}
