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

    /// What a page shows of it; links to the files that `files(in:brush:isFull:)` makes.
    ///
    /// PNG and PDF cost as much as all the rest of a page, so that only services that need
    /// attention have them.
    func fields(isFull: Bool) -> Fields {
        let picture = Picture(
            wide: "\(id).svg",
            narrow: "\(id)-narrow.svg",
            size: Picture.list,
            alt: heading + "."
        )
        let painted = isFull ? ["svg", "png", "pdf"] : ["svg"]
        let files =
            painted.map { FileLink(name: $0.uppercased(), href: "\(id).\($0)") }
            + [FileLink(name: "CSV", href: csv)]
        return [
            "id": .text(id), "heading": .text(heading), "source": .text(source),
            "picture": .group(picture.fields),
            "files": .list(files.map(\.fields)),
            "table": .markup(table.markup),
        ]
    }

    func files(in folder: String, brush: Brush, isFull: Bool) throws(SiteError) -> [SiteFile] {
        let scene = brush.scene(chart, Picture.list)
        let narrow = brush.scene(chart, Picture.narrow)
        let files = [
            try brush.svg(scene, to: "\(folder)\(id).svg"),
            try brush.svg(narrow, to: "\(folder)\(id)-narrow.svg"),
        ]
        guard isFull else { return files }
        return files + [
            try brush.png(scene, to: "\(folder)\(id).png"),
            try brush.pdf(scene, to: "\(folder)\(id).pdf"),
        ]
    }
}
