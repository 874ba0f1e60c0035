import D8SModel

/// Reads an answer of `query` or `query_range`.
///
/// Written for this form, since such an answer may hold millions of samples: only labels and
/// warnings become `JSONValue`s.
struct MatrixReader: JSONScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0
    private var answer = MatrixAnswer()

    private static let depthLimit = 64

    private init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// - Throws: `JSONFault` if it is anything else.
    static func read(_ bytes: [UInt8]) throws(JSONFault) -> MatrixAnswer {
        let result = bytes.withUnsafeBufferPointer { buffer -> Result<MatrixAnswer, JSONFault> in
            var reader = MatrixReader(buffer)
            do throws(JSONFault) {
                try reader.whole()
                return .success(reader.answer)
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private mutating func whole() throws(JSONFault) {
        var hasData = false
        try members { (reader, name) throws(JSONFault) in
            switch name {
            case "data":
                hasData = true
                try reader.data()
            case "warnings": reader.answer.warnings += try reader.texts()
            case "infos": reader.answer.infos += try reader.texts()
            case "isPartial": reader.answer.isPartial = try reader.value().bool == true
            default: try reader.skipValue()
            }
        }
        skipSpace()
        guard position == bytes.count else { throw fault("text follows the value") }
        guard hasData else { throw fault("`data` is missing") }
    }

    private mutating func data() throws(JSONFault) {
        try members { (reader, name) throws(JSONFault) in
            switch name {
            case "resultType":
                let form = try reader.value().string.flatMap(MatrixAnswer.Form.init(rawValue:))
                guard let form else { throw reader.fault("the result is of an unknown type") }
                reader.answer.form = form
            case "result": try reader.result()
            default: try reader.skipValue()
            }
        }
    }

    /// All servers name the form before the result.
    private mutating func result() throws(JSONFault) {
        switch answer.form {
        case .matrix, .vector:
            try elements { (reader) throws(JSONFault) in try reader.series() }
        case .scalar:
            var column = SampleColumn(series: Series(metric: ""), times: [], values: [])
            try sample(&column.times, &column.values)
            answer.columns.append(column)
        case .string: answer.text = try value()[1]?.string
        }
    }

    private mutating func texts() throws(JSONFault) -> [String] {
        (try value().elements ?? []).compactMap(\.string)
    }

    private mutating func series() throws(JSONFault) {
        var series = Series(metric: "")
        var times: [Int64] = [], values: [Double] = []
        try members { (reader, name) throws(JSONFault) in
            switch name {
            case "metric": series = try reader.labels()
            case "values":
                times.reserveCapacity(reader.answer.columns.last?.times.count ?? 0)
                values.reserveCapacity(times.capacity)
                try reader.elements { (reader) throws(JSONFault) in
                    try reader.sample(&times, &values)
                }
            case "value": try reader.sample(&times, &values)
            case "histograms", "histogram":
                reader.answer.histograms += 1
                try reader.skipValue()
            default: try reader.skipValue()
            }
        }
        if !times.isEmpty {
            answer.columns.append(SampleColumn(series: series, times: times, values: values))
        }
    }

    private mutating func labels() throws(JSONFault) -> Series {
        let members = try value().members ?? [:]
        let labels = members.compactMap { name, value in
            name == "__name__" ? nil : value.string.map { Label(name, $0) }
        }
        return Series(metric: members["__name__"]?.string ?? "", labels: labels)
    }

    /// One sample: `[1435781430.781,"1"]`.
    private mutating func sample(
        _ times: inout [Int64],
        _ values: inout [Double]
    ) throws(JSONFault) {
        try expect("[")
        skipSpace()
        let time = try milliseconds()
        try expect(",")
        try expect("\"")
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") { position += 1 }
        guard let value = Self.double(bytes[start..<position]) else {
            throw fault("a value is no number")
        }
        position += 1
        try expect("]")
        times.append(time)
        values.append(value)
    }

    private mutating func milliseconds() throws(JSONFault) -> Int64 {
        let start = position
        while position < bytes.count, Self.isNumberByte(bytes[position]) { position += 1 }
        let text = bytes[start..<position]
        if let quick = Self.quickMilliseconds(text) { return quick }
        guard let seconds = Self.double(text),
            let time = Int64(exactly: (seconds * 1000).rounded())
        else { throw fault("a time is no number") }
        return time
    }

    /// Digits, and a point and up to three more: the form in which all servers write times.
    private static func quickMilliseconds(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int64? {
        guard (1...15).contains(text.count) else { return nil }
        var time: Int64 = 0, decimals = -1
        for byte in text {
            if byte == UInt8(ascii: "."), decimals < 0 {
                decimals = 0
            } else if byte.isDigit {
                time = time * 10 + Int64(byte - UInt8(ascii: "0"))
                if decimals >= 0 { decimals += 1 }
            } else {
                return nil
            }
        }
        guard decimals <= 3, decimals != 0 else { return nil }
        return time * [1000, 1000, 100, 10, 1][decimals + 1]
    }

    /// Whole numbers of up to 15 digits are exact; `NaN`, `+Inf` and the rest are Swift's own.
    private static func double(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Double? {
        if (1...15).contains(text.count), text.allSatisfy(\.isDigit) {
            return Double(text.reduce(Int64(0)) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) })
        }
        guard text.count <= 64 else { return nil }
        let word = String(decoding: text, as: UTF8.self)
        return word == "NaN" ? .nan : Double(word)
    }

    private static func isNumberByte(_ byte: UInt8) -> Bool {
        byte.isDigit || "+-.eE".utf8.contains(byte)
    }
}

extension MatrixReader {
    private typealias Step = (inout MatrixReader, String) throws(JSONFault) -> Void

    /// Hands each member's name over, at its value.
    private mutating func members(_ each: Step) throws(JSONFault) {
        try expect("{")
        if skip("}") { return }
        repeat {
            let start = try valueRange()
            guard let name = try JSONValue(parsing: Array(start)).string else {
                throw fault("a name in quotes is missing")
            }
            try expect(":")
            try each(&self, name)
        } while skip(",")
        try expect("}")
    }

    private mutating func elements(
        _ each: (inout MatrixReader) throws(JSONFault) -> Void
    ) throws(JSONFault) {
        try expect("[")
        if skip("]") { return }
        repeat { try each(&self) } while skip(",")
        try expect("]")
    }

    /// The small value that begins here.
    private mutating func value() throws(JSONFault) -> JSONValue {
        let text = try valueRange()
        do throws(JSONFault) {
            return try JSONValue(parsing: Array(text))
        } catch {
            throw fault(error.reason)
        }
    }

    private mutating func skipValue() throws(JSONFault) { _ = try valueRange() }

    /// The bytes of the value that begins here, by its brackets and quotes.
    private mutating func valueRange() throws(JSONFault) -> Slice<UnsafeBufferPointer<UInt8>> {
        skipSpace()
        let start = position
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                try skipString()
                if depth == 0 { return bytes[start..<position] }
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return bytes[start..<position] }
                depth -= 1
                if depth == 0 {
                    position += 1
                    return bytes[start..<position]
                }
            case UInt8(ascii: ","), UInt8(ascii: ":"):
                if depth == 0 { return bytes[start..<position] }
            default: break
            }
            guard depth < Self.depthLimit else { throw fault("it is nested too deeply") }
            position += 1
        }
        throw fault("it ends in the middle of a value")
    }

    private mutating func skipString() throws(JSONFault) {
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            position += byte == UInt8(ascii: "\\") ? 2 : 1
            if byte == UInt8(ascii: "\"") { return }
        }
        throw fault("a string does not end")
    }

    private mutating func expect(_ scalar: Unicode.Scalar) throws(JSONFault) {
        guard skip(scalar) else { throw fault("\(scalar) is missing") }
    }
}
