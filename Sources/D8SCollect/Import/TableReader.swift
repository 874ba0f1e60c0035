import D8SModel

/// Reads the rows of a CSV or JSON Lines file, plain or compressed, by the meaning of its columns.
struct TableReader {
    let columns: [ImportColumn]
    let mapping: ImportMapping
    /// Where times without a zone are; nil makes them bad.
    let zone: Zone?

    /// Passes each wanted row; one for which `body` returns a fault is rejected.
    func read(
        _ file: borrowing FileBytes,
        _ body: (RowView) throws(CollectError) -> RowFault?
    ) throws(CollectError) -> CollectReport {
        let name = file.name
        var parser: TableParser?
        var table = Table(reader: self, file: name)
        func take(_ row: RawRow, _ header: [String]) throws(CollectError) {
            try table.take(row, header, isComplete: !row.isOpen, body)
        }
        try TextPieces.read(file) { (piece) throws(CollectError) in
            if parser == nil { parser = try TableParser(head: piece, file: name) }
            try parser?.feed(piece, take)
        }
        try parser?.finish(take)
        return try table.report(header: parser?.header ?? [], parser?.hasFixedHeader ?? true)
    }
}

/// One file on its way through a reader.
private struct Table {
    let reader: TableReader
    let file: String
    private var result = CollectReport()
    private var plan: ColumnPlan?
    private var leftOut = 0

    init(reader: TableReader, file: String) {
        self.reader = reader
        self.file = file
    }

    mutating func take(
        _ row: RawRow,
        _ header: [String],
        isComplete: Bool,
        _ body: (RowView) throws(CollectError) -> RowFault?
    ) throws(CollectError) {
        result.countRead()
        if let reason = row.fault {
            return result.reject(Problem(file: file, line: row.line, reason: reason))
        }
        let plan = try plan(for: header, isComplete)
        let view = RowView(row: row, plan: plan, zone: reader.zone)
        guard view.isWanted else {
            leftOut += 1
            return
        }
        if let fault = try body(view) {
            result.reject(
                Problem(
                    file: file,
                    line: row.line,
                    column: fault.field.map { plan.name(of: $0).abridged },
                    reason: fault.reason
                )
            )
        }
    }

    /// The report at the end of the file, which has had this header.
    mutating func report(
        header: [String],
        _ isComplete: Bool
    ) throws(CollectError) -> CollectReport {
        if leftOut > 0 { result.note("Rows left out by the filter: \(leftOut).") }
        guard !header.isEmpty else {
            if result.read == 0 { result.note("\(file) is empty.") }
            return result
        }
        for sentence in try plan(for: header, isComplete).notes { result.note(sentence) }
        return result
    }

    private mutating func plan(
        for header: [String],
        _ isComplete: Bool
    ) throws(CollectError) -> ColumnPlan {
        if let plan, plan.header.count == header.count { return plan }
        let made = try ColumnPlan(
            kind: reader.columns,
            header: header,
            mapping: reader.mapping,
            file: file,
            isComplete: isComplete
        )
        plan = made
        return made
    }
}
