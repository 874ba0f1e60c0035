import D8SModel

/// Reads one column of numbers of a CSV file, plain or compressed.
///
/// Without names it takes for the times one that is called so (`time`, `date`, `day` …), else the
/// first with a time in the first row, and for the values one that is called `value`, else the first
/// other column with a number there. A file whose first row has a number has no header.
package struct ValueColumnReader {
    /// Rows that are named in `problems` at most.
    private static let mostProblems = 20
    /// What columns of times are called.
    private static let timeNames: Set<String> = [
        "time", "timestamp", "datetime", "date", "day", "week", "month", "year", "hour", "when",
        "ds", "ts", "t",
    ]

    private let file: String
    private let timeName: String?
    private let valueName: String?
    private var plan: (time: Int?, value: Int)?
    private var column = ValueColumn(
        name: "",
        timeName: nil,
        times: [],
        values: [],
        problems: [],
        rejected: 0
    )

    /// What the file holds in these columns.
    ///
    /// - Parameters:
    ///   - path: The file; `-` for standard input.
    ///   - time: The column with the times; nil takes the first that has any.
    ///   - value: The column with the values; nil takes the first that has any.
    /// - Returns: The column, empty if there are no rows.
    /// - Throws: `CollectError` if the file cannot be read or has no such column.
    package static func read(
        _ path: String,
        time: String? = nil,
        value: String? = nil
    ) throws(CollectError) -> ValueColumn {
        var reader = ValueColumnReader(file: path, timeName: time, valueName: value)
        var parser = CSVParser(file: path)
        func take(_ row: RawRow, _ header: [String]) throws(CollectError) {
            try reader.take(row, header)
        }
        try TextPieces.read(FileBytes(path: path)) { (piece) throws(CollectError) in
            try parser.feed(piece, take)
        }
        try parser.finish(take)
        if reader.plan == nil, !parser.header.isEmpty { try reader.begin(parser.header, nil) }
        return reader.column
    }

    private init(file: String, timeName: String?, valueName: String?) {
        self.file = file
        self.timeName = timeName
        self.valueName = valueName
    }

    private mutating func take(_ row: RawRow, _ header: [String]) throws(CollectError) {
        if let reason = row.fault { return reject(row.line, nil, reason) }
        if plan == nil { try begin(header, row) }
        guard let plan else { return }
        let fields = row.fields.map { row.bytes[$0].trimmedOfBlanks }
        take(fields, plan, line: row.line)
    }

    private mutating func take(
        _ fields: [ArraySlice<UInt8>],
        _ plan: (time: Int?, value: Int),
        line: Int
    ) {
        var time = Int64(column.times.count + column.rejected)
        if let place = plan.time {
            guard let instant = RowTime.milliseconds(fields[place]) else {
                return reject(line, column.timeName, "`\(Self.shown(fields[place]))` is no time")
            }
            time = instant
        }
        guard let value = Self.number(fields[plan.value]) else {
            let text = Self.shown(fields[plan.value])
            return reject(line, column.name, "`\(text)` is no number")
        }
        column.times.append(time)
        column.values.append(value)
    }

    private mutating func reject(_ line: Int, _ name: String?, _ reason: String) {
        column.rejected += 1
        guard column.problems.count < Self.mostProblems else { return }
        column.problems.append(Problem(file: file, line: line, column: name, reason: reason))
    }

    /// Chooses the columns by the header and the first row.
    private mutating func begin(_ header: [String], _ row: RawRow?) throws(CollectError) {
        let fields = row.map { row in row.fields.map { row.bytes[$0].trimmedOfBlanks } } ?? []
        let first = header.map { Array($0.utf8)[...] }
        let hasHeader = !first.contains { Self.number($0)?.isNaN == false }
        let names =
            hasHeader ? header : header.indices.map { "column \($0 + 1)" }
        let sample = hasHeader ? fields : first
        let time =
            try timeName.map { name throws(CollectError) in try place(name, names) }
            ?? timePlace(names, sample, hasHeader: hasHeader)
        let value = try valuePlace(names, sample, besides: time)
        column.name = names[value]
        column.timeName = time.map { names[$0] }
        plan = (time, value)
        if !hasHeader { take(first, (time, value), line: 1) }
    }

    /// A column that is called so, else the first that looks like a time.
    ///
    /// A bare number is a Unix time only where another column has a number too, and no header says
    /// that it is something else.
    private func timePlace(
        _ names: [String],
        _ sample: [ArraySlice<UInt8>],
        hasHeader: Bool
    ) -> Int? {
        if let named = names.firstIndex(where: { Self.timeNames.contains($0.lowercased()) }) {
            return named
        }
        let times = sample.indices.filter { RowTime.milliseconds(sample[$0]) != nil }
        let numbers = sample.indices.filter { Self.number(sample[$0])?.isNaN == false }
        if let text = times.first(where: { !numbers.contains($0) }) { return text }
        return hasHeader || numbers.count < 2 ? nil : times.first
    }

    private func valuePlace(
        _ names: [String],
        _ sample: [ArraySlice<UInt8>],
        besides time: Int?
    ) throws(CollectError) -> Int {
        if let valueName { return try place(valueName, names) }
        let named = names.indices.first { $0 != time && names[$0].lowercased() == "value" }
        if let named { return named }
        let found = sample.indices.first { $0 != time && Self.number(sample[$0])?.isNaN == false }
        guard let found = found ?? names.indices.first(where: { $0 != time }) else {
            throw .badHeader(file: file, line: 1, reason: "there is no column with numbers")
        }
        return found
    }

    /// A column by its name, or by its number from 1.
    private func place(_ name: String, _ names: [String]) throws(CollectError) -> Int {
        if let place = names.firstIndex(of: name) { return place }
        if let number = Int(name), names.indices.contains(number - 1) { return number - 1 }
        let known = names.prefix(20).joined(separator: ", ")
        throw .badHeader(
            file: file,
            line: 1,
            reason: "there is no column \(name); there are \(known)"
        )
    }

    /// NaN for an empty field and the usual words for none; nil if it is no number.
    private static func number(_ text: ArraySlice<UInt8>) -> Double? {
        let nothing = ["", "NaN", "nan", "NA", "null", "NULL"]
        if nothing.contains(where: { text.elementsEqual($0.utf8) }) { return .nan }
        guard text.count <= 400, let number = Double(String(decoding: text, as: UTF8.self)),
            number.isFinite
        else { return nil }
        return number
    }

    private static func shown(_ text: ArraySlice<UInt8>) -> String {
        String(decoding: text.prefix(40), as: UTF8.self)
    }
}
