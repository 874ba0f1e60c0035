import D8SModel

/// Reads the samples of a table's rows.
struct SampleRows: RowTaker {
    private let plan: SeriesPlan
    /// Where times without a zone are; nil makes them bad.
    private let zone: Zone?
    private var samples = SampleGatherer()
    private(set) var newest: Instant?
    /// The values of a row, kept until all of them have been read.
    private var values: [Double?] = []
    private var key: [UInt8] = []
    private var labels: [UInt8] = []

    init(plan: SeriesPlan, zone: Zone?) {
        self.plan = plan
        self.zone = zone
    }

    var notes: [String] { plan.notes }

    mutating func take(_ row: RawRow) -> ColumnFault? {
        do throws(ColumnFault) {
            let time = try time(row)
            try readValues(row)
            try readLabels(row)
            for (value, number) in zip(plan.values, values) {
                guard let number else { continue }
                try readKey(row, value)
                samples.add(key: key, time: time.milliseconds, value: number)
            }
            newest = max(newest ?? time, time)
            return nil
        } catch {
            return error
        }
    }

    mutating func flush(isLast: Bool, to sink: RecordSink) throws(CollectError) {
        guard isLast || samples.isFull else { return }
        try deliver(RecordBatch(columns: samples.take()), to: sink)
    }

    private func time(_ row: RawRow) throws(ColumnFault) -> Instant {
        let text = row.bytes[row.fields[plan.time]].trimmedOfBlanks
        guard !text.isEmpty else { throw ColumnFault(plan.header[plan.time], "is empty") }
        switch TimeText.read(text, zone: zone) {
        case .success(let instant): return instant
        case .failure(.noTime):
            if zone != nil, let instant = midnight(text) { return instant }
            throw ColumnFault(
                plan.header[plan.time],
                "`\(Self.shown(text))` is a day without a time (`timezone` says whose midnight)"
            )
        case .failure(let fault):
            throw ColumnFault(plan.header[plan.time], fault.reason(Self.shown(text)))
        }
    }

    private func midnight(_ day: ArraySlice<UInt8>) -> Instant? {
        let text = Array(day) + " 00:00".utf8
        return try? TimeText.read(text[...], zone: zone).get()
    }

    /// A field without a value is no sample.
    private mutating func readValues(_ row: RawRow) throws(ColumnFault) {
        values.removeAll(keepingCapacity: true)
        for value in plan.values {
            let text = row.bytes[row.fields[value.field]].trimmedOfBlanks
            guard !text.isEmpty else {
                values.append(nil)
                continue
            }
            guard let number = Self.number(text) else {
                throw ColumnFault(
                    plan.header[value.field],
                    "`\(Self.shown(text))` is no number"
                )
            }
            values.append(number)
        }
    }

    /// A number, `NaN`, `Infinity` or `inf`; a truth value is 1 or 0.
    private static func number(_ text: ArraySlice<UInt8>) -> Double? {
        if let first = text.first, first == UInt8(ascii: "t") || first == UInt8(ascii: "f") {
            return text.elementsEqual("true".utf8) ? 1 : text.elementsEqual("false".utf8) ? 0 : nil
        }
        guard text.count <= 400, let number = Double(String(decoding: text, as: UTF8.self)) else {
            return nil
        }
        // A computed NaN must not look like the end of a series.
        return number.isNaN ? .nan : number
    }

    private mutating func readLabels(_ row: RawRow) throws(ColumnFault) {
        labels.removeAll(keepingCapacity: true)
        for part in plan.parts {
            let value = part.field.map { row.bytes[row.fields[$0]] } ?? part.constant[...]
            guard !value.isEmpty else { continue }
            try check(value, part.field)
            labels.append(contentsOf: part.name)
            labels.append(0xFF)
            labels.append(contentsOf: value)
            labels.append(0xFF)
        }
    }

    private mutating func readKey(_ row: RawRow, _ value: SeriesPlan.Value) throws(ColumnFault) {
        key.removeAll(keepingCapacity: true)
        switch value.metric {
        case .constant(let name): key.append(contentsOf: name)
        case .field(let field):
            let name = row.bytes[row.fields[field]].trimmedOfBlanks
            guard !name.isEmpty else { throw ColumnFault(plan.header[field], "is empty") }
            try check(name, field)
            key.append(contentsOf: name)
        }
        key.append(0xFF)
        key.append(contentsOf: labels)
    }

    private func check(_ text: ArraySlice<UInt8>, _ field: Int?) throws(ColumnFault) {
        if text.allSatisfy({ $0 < 0x80 && $0 != 0 }) { return }
        let isText = !text.contains(0) && String(validating: text, as: UTF8.self) != nil
        guard isText else {
            throw ColumnFault(field.map { plan.header[$0] }, "holds a NUL or is not valid UTF-8")
        }
    }

    private static func shown(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.prefix(400), as: UTF8.self).abridged
    }
}
