import D8SModel

/// The exported tables, and the dictionary that says what their columns mean.
struct DataFiles {
    static let folder = "analyst/data/"
    private let edition: Edition

    init(_ edition: Edition) {
        self.edition = edition
    }

    /// A batch for each file, which are large, then one for what tells about them.
    var batches: [SiteBatch] {
        let sets = DataSets.all(edition)
        let files = sets.flatMap { set -> [SiteBatch] in
            [
                { [SiteFile(path: "\(Self.folder)\(set.name).csv", bytes: set.csv)] },
                { [SiteFile(path: "\(Self.folder)\(set.name).json", bytes: set.json)] },
            ]
        }
        return files + [{ [dictionary(of: sets), try DataPage(edition, sets).file()] }]
    }

    private func dictionary(of sets: [DataSet]) -> SiteFile {
        let tree = JSONTree.object([
            .init("as_of", .instant(edition.night.asOf)),
            .init("tables", .list(sets.map(Self.entry))),
        ])
        return SiteFile(path: Self.folder + "dictionary.json", bytes: tree.document)
    }

    private static func entry(_ set: DataSet) -> JSONTree {
        .object([
            .init("name", .text(set.name)),
            .init("about", .text(set.about)),
            .init("rows", .whole(set.count)),
            .init("columns", .list(set.columns.map(column))),
        ])
    }

    private static func column(_ column: DataSet.Column) -> JSONTree {
        .object([
            .init("name", .text(column.name)), .init("type", .text(column.type)),
            .init("meaning", .text(column.meaning)),
        ])
    }
}
