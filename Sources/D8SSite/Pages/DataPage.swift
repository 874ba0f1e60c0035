import D8SModel

/// The data dictionary: every exported table with its columns.
struct DataPage {
    private let edition: Edition
    private let sets: [DataSet]
    private let path = PagePath(DataFiles.folder + "index.html")

    init(_ edition: Edition, _ sets: [DataSet]) {
        self.edition = edition
        self.sets = sets
    }

    func file() throws(SiteError) -> SiteFile {
        let frame = PageFrame(
            title: "Data · Analyst",
            description: "Every table behind this edition as CSV and JSON, with its columns.",
            audience: .analyst
        )
        let fields: Fields = [
            "crumbs": .list(
                Crumb.fields([
                    Crumb(name: "Analyst", href: path.link(to: PagePath.home(.analyst))),
                    Crumb(name: "Data"),
                ])
            ),
            "lede": .text(
                "Every table behind this edition. Instants are UTC, durations are seconds, shares "
                    + "run from 0 to 1; an empty cell (null in JSON) is not known, never 0. In CSV "
                    + "a text that a spreadsheet would take for a formula begins with '."
            ),
            "sets": .list(sets.map(fields) + [items]),
        ]
        return try edition.page("data", at: path, frame, fields)
    }

    private var items: Fields {
        [
            "id": .text("items-json"),
            "name": .text("items.json"),
            "about": .text("What needs attention with everything that is known of it."),
            "files": .list([
                FileLink(name: "JSON", href: path.link(to: ItemsDocument.path)).fields
            ]),
            "table": .markup(table(of: ItemsDocument.members).markup),
        ]
    }

    private func table(of columns: [DataSet.Column]) -> Table {
        var table = Table(["Name", "Type", "Meaning"].map { .init(title: $0) })
        for column in columns {
            var name = Table.Cell(column.name)
            name.isCode = true
            table.add([name, .init(column.type), .init(column.meaning)])
        }
        return table
    }

    private func fields(of set: DataSet) -> Fields {
        let files = [
            FileLink(name: "CSV", href: "\(set.name).csv"),
            FileLink(name: "JSON", href: "\(set.name).json"),
        ]
        return [
            "id": .text(set.name),
            "name": .text(set.name),
            "about": .text("\(set.about) \(edition.format.count(set.count, "row"))."),
            "files": .list(files.map(\.fields)),
            "table": .markup(table(of: set.columns).markup),
        ]
    }
}
