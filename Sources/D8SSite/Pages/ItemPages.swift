import D8SCharts
import D8SModel

/// The evidence of one item: a page for each audience, and its chart and rows as files.
struct ItemPages {
    private let edition: Edition
    private let item: Item

    init(_ edition: Edition, _ item: Item) {
        self.edition = edition
        self.item = item
    }

    func files() throws(SiteError) -> [SiteFile] {
        let shared = try attachments()
        var files: [SiteFile] = []
        for audience in Audience.allCases {
            files.append(try ItemPage(edition, item, audience).file())
            let folder = "\(audience.rawValue)/items/\(item.id)/"
            files += shared.map { SiteFile(path: folder + $0.path, bytes: $0.bytes) }
        }
        return files
    }

    /// Painted once for all audiences.
    private func attachments() throws(SiteError) -> [SiteFile] {
        var files: [SiteFile] = []
        if let series = item.pictured {
            files += try pictures(of: series)
            files.append(SiteFile(path: "chart.csv", bytes: series.csv))
        }
        if let table = item.tabled {
            files.append(SiteFile(path: "rows.csv", bytes: table.csv))
        }
        return files
    }

    private func pictures(of series: EvidenceSeries) throws(SiteError) -> [SiteFile] {
        let chart = series.chart(
            severity: item.severity,
            window: item.picturedWindow,
            alt: series.sentence(item.format(edition.format)),
            format: item.format(edition.format)
        )
        let brush = edition.brush
        let scene = brush.scene(chart, Picture.evidence)
        return [
            try brush.svg(scene, to: "chart.svg"),
            try brush.png(scene, to: "chart.png"),
            try brush.pdf(scene, to: "chart.pdf"),
            try brush.svg(brush.scene(chart, Picture.list), to: "list.svg"),
            try brush.svg(brush.scene(chart, Picture.narrow), to: "narrow.svg"),
        ]
    }
}

extension Item {
    /// The rows that are shown: those of the first finding that has any.
    var tabled: EvidenceTable? {
        findings.lazy.compactMap(\.evidence.table).first { !$0.rows.isEmpty }
    }
}
