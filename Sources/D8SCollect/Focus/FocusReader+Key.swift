import D8SModel

extension FocusReader {
    /// The number of the key that the fields of a row make.
    @inline(__always)
    mutating func key(
        _ row: FocusRow,
        _ plan: FocusPlan,
        _ reading: inout FocusFile
    ) throws(FocusFault) -> Int {
        var scratch = reading.scratch
        reading.scratch = []
        defer { reading.scratch = scratch }
        scratch.removeAll(keepingCapacity: scratch.capacity < 1 << 20)
        for (field, column) in plan.fields {
            row.withField(column) { if let text = $0 { Self.append(text, field, to: &scratch) } }
        }
        if let tags = plan.tags {
            row.withField(tags) { if let text = $0 { scratch.append(contentsOf: text) } }
        }
        let present = reading.present
        let result = scratch.withUnsafeBytes { bytes -> Result<Int, FocusFault> in
            do throws(FocusFault) {
                return .success(
                    try gatherer.key(bytes) { () throws(FocusFault) in
                        try Self.made(row, plan, present, &audit)
                    }
                )
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// The place of the field and the length of its text stand before it, so that two keys of one
    /// text are the same key.
    @inline(__always)
    private static func append(
        _ text: UnsafeBufferPointer<UInt8>,
        _ field: CostField,
        to scratch: inout [UInt8]
    ) {
        let head =
            UInt32(truncatingIfNeeded: text.count) << 8
            | UInt32(truncatingIfNeeded: field.rawValue)
        withUnsafeBytes(of: head) { scratch.append(contentsOf: $0) }
        scratch.append(contentsOf: text)
    }

    private static func made(
        _ row: FocusRow,
        _ plan: FocusPlan,
        _ present: Set<CostField>,
        _ audit: inout FocusAudit
    ) throws(FocusFault) -> (CostKey, CostKeyMarks) {
        var key = CostKey()
        for (field, column) in plan.fields {
            let bytes = row.withField(column) { $0.map { Array($0) } }
            if let bytes { key[field] = try text(bytes, field.column) }
        }
        var areTagsBad = false
        if let column = plan.tags {
            let (tags, isBad) = row.withField(column) { text -> ([Label], Bool) in
                guard let text else { return ([], false) }
                let tags = CostTags.read(text)
                return (tags ?? [], tags == nil)
            }
            key.tags = tags
            areTagsBad = isBad
        }
        var marks = CostKeyMarks(key, present: present)
        if areTagsBad { marks.flags.insert(.badTags) }
        if let commitment = key[.commitment] { marks.commitment = audit.commitment(commitment) }
        return (key, marks)
    }
}
