import D8SModel

/// A table as CSV by RFC 4180, safe to open in a spreadsheet.
///
/// A text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, tab or
/// carriage return) gets an apostrophe in front (OWASP, "CSV Injection"); numbers stay plain.
package struct CSV {
    package private(set) var bytes: [UInt8] = []

    package init(header: [String]) {
        add(header.map(DataValue.text))
    }

    package mutating func add(_ row: [DataValue]) {
        var isFirst = true
        for value in row {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            add(value)
        }
        bytes.append(UInt8(ascii: "\r"))
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Makes room for so many rows as long as the header.
    mutating func reserve(rows count: Int) { bytes.reserve(more: count) }

    /// What was added since it was taken last.
    package mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    /// A row for each value of a series: texts, the time, the value, a text.
    mutating func add(
        _ head: [String],
        _ line: MeasureReading.Line,
        last: Int = .max,
        unit: String
    ) {
        var before = CSV(header: [])
        before.bytes.removeAll()
        for text in head {
            before.addText(text)
            before.bytes.append(UInt8(ascii: ","))
        }
        var after = CSV(header: [])
        after.bytes = [UInt8(ascii: ",")]
        after.addText(unit)
        after.bytes += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
        let count = min(line.times.count, line.values.count)
        for index in (count - min(last, count))..<count {
            bytes += before.bytes
            Instant(milliseconds: line.times[index]).appendISO8601(to: &bytes)
            bytes.append(UInt8(ascii: ","))
            addNumber(line.values[index])
            bytes += after.bytes
        }
    }

    /// A whole table: a text stays a text, also where it looks like a number (`007`, `1e5`).
    package static func text(header: [String], rows: [[DataValue]]) -> String {
        var table = CSV(header: header)
        for row in rows { table.add(row) }
        return String(decoding: table.bytes, as: UTF8.self)
    }

    /// One row without its end of line.
    package static func row(_ cells: [DataValue]) -> String {
        var table = CSV(header: [])
        table.bytes.removeAll()
        table.add(cells)
        return String(decoding: table.bytes.dropLast(2), as: UTF8.self)
    }

    private mutating func add(_ value: DataValue) {
        switch value {
        case .text(let text): addText(text)
        case .number(let number): addNumber(number)
        case .whole(let number): addWhole(number)
        case .decimal(let number): number.append(to: &bytes)
        case .flag(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        case .instant(let instant): instant.appendISO8601(to: &bytes)
        case .day(let day): bytes.append(contentsOf: day.description.utf8)
        case .missing: break
        }
    }

    /// The same as `Double.plain`.
    private mutating func addNumber(_ number: Double) {
        if number.isFinite, number == number.rounded(), abs(number) < 1e15 {
            addWhole(Int(number))
        } else {
            bytes.append(contentsOf: number.plain.utf8)
        }
    }

    private mutating func addWhole(_ number: Int) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        var rest = number.magnitude
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    private mutating func addText(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            let isFormula = utf8.first.map(Self.startsFormula) ?? false
            let needsQuotes = utf8.contains(where: Self.needsQuotes)
            let quote = UInt8(ascii: "\"")
            if needsQuotes { bytes.append(quote) }
            if isFormula { bytes.append(UInt8(ascii: "'")) }
            if needsQuotes {
                for byte in utf8 where byte != 0 {
                    if byte == quote { bytes.append(quote) }
                    bytes.append(byte)
                }
            } else {
                bytes.append(contentsOf: utf8)
            }
            if needsQuotes { bytes.append(quote) }
        }
    }

    private static func startsFormula(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
            UInt8(ascii: "\t"), UInt8(ascii: "\r"):
            true
        default: false
        }
    }

    /// Whether a text with this byte is quoted: NUL too, which is then left out.
    private static func needsQuotes(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "\r"), UInt8(ascii: "\n"), 0: true
        default: false
        }
    }
}

extension Double {
    /// The shortest decimal that reads back as this number; whole numbers without `.0`, and what is
    /// no number as nothing.
    var plain: String {
        guard isFinite else { return "" }
        if self == rounded(), abs(self) < 1e15 { return String(Int(self)) }
        return description
    }
}

extension [UInt8] {
    /// Makes room for so many times more than there is, and half of that: what is large is then not
    /// copied to grow, and room that is never written takes no memory.
    mutating func reserve(more count: Int) {
        let count = Swift.min(Swift.max(0, count), 1 << 20)
        reserveCapacity(self.count * (count + count / 2 + 1))
    }
}
