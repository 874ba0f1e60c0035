import D8SModel

/// What is known of each source when the edition is made.
struct SourcesTable {
    private let edition: Edition

    init(_ edition: Edition) {
        self.edition = edition
    }

    var table: Table {
        var table = Table(
            [
                .init(title: "Source"), .init(title: "Kind"), .init(title: "Last collected"),
                .init(title: "Newest event"), .init(title: "Expected every"),
                .init(title: "Rows refused", isNumber: true), .init(title: "Last error"),
            ],
            isSortable: true
        )
        for source in edition.input.sources { table.add(row(of: source)) }
        return table
    }

    private func row(of source: SourceState) -> [Table.Cell] {
        var name = Table.Cell(source.name)
        name.isHead = true
        var success = cell(source.lastSuccess)
        if source.lastSuccess == nil { success.isSevere = true }
        var error = Table.Cell(source.lastError ?? "")
        error.isSevere = source.lastError != nil
        var rejected = Table.Cell(edition.format.whole(source.rejected))
        rejected.sort = Double(source.rejected)
        return [
            name, .init(source.kind), success, cell(source.newestEvent),
            .init(source.interval.map(edition.format.duration) ?? "by hand"), rejected, error,
        ]
    }

    private func cell(_ instant: Instant?) -> Table.Cell {
        guard let instant else { return .init("never") }
        let words = edition.format.dateTime(instant, reference: edition.night.asOf)
        var cell = Table.Cell(words)
        cell.sort = Double(instant.milliseconds)
        return cell
    }
}
