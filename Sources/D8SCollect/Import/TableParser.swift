/// The rows of a text of which the first piece tells whether it is CSV or JSON Lines.
struct TableParser {
    private var csv: CSVParser
    private var json = JSONLinesParser()
    private let isJSON: Bool

    /// Looks at the first bytes of the text; `file` is the name for error messages.
    init(
        head: UnsafeBufferPointer<UInt8>,
        file: String
    ) throws(CollectError) {
        let first = head.first { !$0.isBlank && !$0.endsLine }
        if first == UInt8(ascii: "[") {
            throw .unknownForm(
                file: file,
                form: "a JSON array",
                mend: "Write one object per line (jq -c '.[]')."
            )
        }
        isJSON = first == UInt8(ascii: "{")
        csv = CSVParser(file: file)
    }

    /// The names of the columns met so far.
    var header: [String] { isJSON ? json.header : csv.header }

    /// True if later rows cannot bring more columns.
    var hasFixedHeader: Bool { !isJSON }

    mutating func feed(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ sink: RowSink
    ) throws(CollectError) {
        if isJSON { try json.feed(bytes, sink) } else { try csv.feed(bytes, sink) }
    }

    mutating func finish(_ sink: RowSink) throws(CollectError) {
        if isJSON { try json.finish(sink) } else { try csv.finish(sink) }
    }
}
