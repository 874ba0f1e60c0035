import D8SSite

/// What a command lists, in the form that it was asked for.
struct PrintedRows<Row: PrintedRow> {
    let rows: [Row]

    init(_ rows: [Row]) {
        self.rows = rows
    }

    func text(_ format: OutputFormat) throws -> String {
        switch format {
        case .table:
            let lines = AlignedLines.of([Row.heads] + rows.map(\.line))
            let text = rows.isEmpty ? Row.none : lines.joined(separator: "\n")
            return TerminalText.of(text + "\n")
        case .json: return try JSONText.of(rows)
        case .csv: return CSV.text(header: Row.columns, rows: rows.map(\.cells))
        }
    }
}
