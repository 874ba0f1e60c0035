import D8SModel

/// Reads a CSV file of samples.
struct SeriesTable: SeriesText {
    private let file: String
    private let mapping: SeriesMapping
    private let zone: Zone?
    private var parser: CSVParser
    private var rows: SampleRows?
    private(set) var report = CollectReport()

    init(file: String, mapping: SeriesMapping, zone: Zone?) {
        self.file = file
        self.mapping = mapping
        self.zone = zone
        parser = CSVParser(file: file)
    }

    mutating func feed(
        _ bytes: UnsafeBufferPointer<UInt8>,
        to sink: RecordSink
    ) throws(CollectError) {
        var parser = parser
        try parser.feed(bytes) { (row, header) throws(CollectError) in
            try take(row, header, sink)
        }
        self.parser = parser
    }

    mutating func finish(to sink: RecordSink) throws(CollectError) {
        var parser = parser
        try parser.finish { (row, header) throws(CollectError) in try take(row, header, sink) }
        self.parser = parser
        if rows == nil, !parser.header.isEmpty { rows = try begin(parser.header) }
        try rows?.flush(isLast: true, to: sink)
        if let newest = rows?.newest { report.saw(newest) }
        for note in rows?.notes ?? ["\(file) is empty."] { report.note(note) }
    }

    private func begin(_ header: [String]) throws(CollectError) -> SampleRows {
        let plan = try SeriesPlan(header: header, mapping: mapping, table: file)
        return SampleRows(plan: plan, zone: zone)
    }

    private mutating func take(
        _ row: RawRow,
        _ header: [String],
        _ sink: RecordSink
    ) throws(CollectError) {
        if rows == nil { rows = try begin(header) }
        report.countRead()
        if let fault = row.fault.map({ ColumnFault(nil, $0) }) ?? rows?.take(row) {
            report.reject(
                Problem(file: file, line: row.line, column: fault.column, reason: fault.reason)
            )
        }
        try rows?.flush(isLast: false, to: sink)
    }
}
