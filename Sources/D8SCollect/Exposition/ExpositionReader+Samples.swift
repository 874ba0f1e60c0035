import D8SModel

extension ExpositionReader {
    /// Reads what stands behind a series: value, time, exemplar; returns the index of the next line.
    @inline(__always)
    mutating func readSample(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ start: Int,
        _ valueStart: Int,
        _ series: Int32?,
        _ original: Int32
    ) throws(ExpositionSlip) -> Int {
        var end = valueStart
        let value = try ExpositionNumber.read(bytes, &end)
        var rest = SampleRest()
        if bytes[end] != .newline { end = try readRest(bytes, end, &rest) }
        guard end - start < Self.lineLimit else { throw Self.tooLong(at: start) }
        if isStrict {
            let isNew = try follow(value, rest, Int(original), at: start)
            guard isNew else {
                page.samples += 1
                page.repeated += 1
                return end + 1
            }
        }
        page.samples += 1
        guard let series else { return end + 1 }
        try add(value, rest.time, Int(series), at: start)
        return end + 1
    }

    /// What stands behind a value.
    struct SampleRest {
        var time: ExpositionTime?
        var exemplar: Double?
    }

    @inline(__always)
    private mutating func add(
        _ value: Double,
        _ ownTime: ExpositionTime?,
        _ series: Int,
        at start: Int
    ) throws(ExpositionSlip) {
        let own = options.ignoresTimes ? nil : ownTime?.milliseconds
        guard let time = own ?? options.time else {
            throw ExpositionSlip(offset: start, reason: "the sample has no time")
        }
        if !builder.add(series, time, value) { page.repeated += 1 }
        if own != nil { page.hasOwnTimes.insert(builder.position(of: series)) }
    }

    /// Holds the sample against OpenMetrics' rules.
    ///
    /// - Returns: False if the point has it already.
    private mutating func follow(
        _ value: Double,
        _ rest: SampleRest,
        _ original: Int,
        at start: Int
    ) throws(ExpositionSlip) -> Bool {
        let result = rules.add(
            value,
            at: rest.time,
            exemplar: rest.exemplar,
            of: original,
            facts: &facts[previous],
            withKey: { body in
                options.relabel == nil
                    ? builder.numbers.withKey(of: original, body)
                    : originals.withKey(of: original, body)
            }
        )
        if let fault = result.fault { throw ExpositionSlip(offset: start, reason: fault) }
        return !result.isRepeated
    }

    /// Reads from behind the value to the line feed; returns its index.
    private mutating func readRest(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ start: Int,
        _ rest: inout SampleRest
    ) throws(ExpositionSlip) -> Int {
        guard bytes[start].isBlank else {
            throw ExpositionSlip(offset: start, reason: "the value is no number")
        }
        var end = isOpenMetrics ? start : bytes.skippingBlanks(from: start)
        if isOpenMetrics {
            try readOpenMetricsRest(bytes, &end, &rest)
        } else if bytes[end] != .newline {
            rest.time = try ExpositionTime.milliseconds(bytes, &end)
            end = bytes.skippingBlanks(from: end)
        }
        guard bytes[end] == .newline else {
            throw ExpositionSlip(offset: end, reason: "the line goes on where it should end")
        }
        return end
    }

    private mutating func readOpenMetricsRest(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ end: inout Int,
        _ rest: inout SampleRest
    ) throws(ExpositionSlip) {
        try skipSpace(bytes, &end)
        if bytes[end] != .hash {
            rest.time = try ExpositionTime.seconds(bytes, &end)
            if bytes[end] == .newline { return }
            try skipSpace(bytes, &end)
        }
        guard bytes[end] == .hash else {
            throw ExpositionSlip(offset: end, reason: "only an exemplar may stand here")
        }
        end += 1
        try skipSpace(bytes, &end)
        let start = end
        end = try scanner.scanLabels(bytes, from: end)
        guard try scanner.labelLength(bytes) <= 128 else {
            let reason = "the exemplar's labels have more than 128 characters"
            throw ExpositionSlip(offset: start, reason: reason)
        }
        try skipSpace(bytes, &end)
        rest.exemplar = try ExpositionNumber.read(bytes, &end)
        if bytes[end] == .newline { return }
        try skipSpace(bytes, &end)
        _ = try ExpositionTime.seconds(bytes, &end)
    }

    private func skipSpace(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ end: inout Int
    ) throws(ExpositionSlip) {
        guard bytes[end] == .space else {
            throw ExpositionSlip(offset: end, reason: "there has to be a space")
        }
        end += 1
    }
}
