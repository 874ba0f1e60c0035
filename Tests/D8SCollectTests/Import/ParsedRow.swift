@testable import D8SCollect

/// A row as a parser gave it out, for comparing.
struct ParsedRow: Equatable, CustomStringConvertible {
    let line: Int
    let fields: [String]
    let fault: String?

    init(_ line: Int, _ fields: [String], fault: String? = nil) {
        self.line = line
        self.fields = fields
        self.fault = fault
    }

    var description: String { "\(line) \(fields) \(fault ?? "")" }

    /// The rows of a CSV text that is fed in pieces cut at these positions.
    static func csv(_ text: String, cuts: [Int] = []) throws -> [ParsedRow] {
        var parser = CSVParser(file: "t.csv")
        var rows: [ParsedRow] = []
        func take(_ row: RawRow, _ header: [String]) throws(CollectError) {
            rows.append(ParsedRow(row))
        }
        for piece in pieces(of: Array(text.utf8), cuts) {
            try piece.withUnsafeBufferPointer { (bytes) throws(CollectError) in
                try parser.feed(bytes, take)
            }
        }
        try parser.finish(take)
        return rows
    }

    /// The rows of a JSON Lines text that is fed in pieces cut at these positions.
    static func json(_ text: String, cuts: [Int] = []) throws -> [ParsedRow] {
        var parser = JSONLinesParser()
        var rows: [ParsedRow] = []
        func take(_ row: RawRow, _ header: [String]) throws(CollectError) {
            rows.append(ParsedRow(row))
        }
        for piece in pieces(of: Array(text.utf8), cuts) {
            try piece.withUnsafeBufferPointer { (bytes) throws(CollectError) in
                try parser.feed(bytes, take)
            }
        }
        try parser.finish(take)
        return rows
    }

    private init(_ row: RawRow) {
        let fields = row.fault == nil ? row.fields : []
        self.init(
            row.line,
            fields.map { String(decoding: row.bytes[$0], as: UTF8.self) },
            fault: row.fault
        )
    }
}

/// The parts of `bytes` between the cuts.
func pieces(of bytes: [UInt8], _ cuts: [Int]) -> [[UInt8]] {
    let bounds = [0] + cuts + [bytes.count]
    return zip(bounds, bounds.dropFirst()).map { Array(bytes[$0..<$1]) }
}
