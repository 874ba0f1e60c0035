import D8SCharts
import D8SModel

/// A chart on a service's page with its statement, its source, its table and its files.
struct Panel {
    /// Name of the files and of the heading's anchor: `calendar`.
    let id: String
    /// What the chart shows, as a statement.
    let heading: String
    /// Where the numbers come from, and of when.
    let source: String
    let chart: any Chart
    let table: Table
    /// The file with the rows behind it, in the same folder.
    let csv: String

    var fields: Fields {
        let picture = Picture(
            wide: "\(id).svg",
            narrow: "\(id)-narrow.svg",
            size: Picture.list,
            alt: heading + "."
        )
        let files = [
            FileLink(name: "SVG", href: "\(id).svg"), FileLink(name: "PNG", href: "\(id).png"),
            FileLink(name: "PDF", href: "\(id).pdf"), FileLink(name: "CSV", href: csv),
        ]
        return [
            "id": .text(id), "heading": .text(heading), "source": .text(source),
            "picture": .group(picture.fields),
            "files": .list(files.map(\.fields)),
            "table": .markup(table.markup),
        ]
    }

    func files(in folder: String, brush: Brush) throws(SiteError) -> [SiteFile] {
        [
            try brush.svg(chart, Picture.list, to: "\(folder)\(id).svg"),
            try brush.svg(chart, Picture.narrow, to: "\(folder)\(id)-narrow.svg"),
            try brush.png(chart, Picture.list, to: "\(folder)\(id).png"),
            try brush.pdf(chart, Picture.list, to: "\(folder)\(id).pdf"),
        ]
    }
}
