import D8SModel

/// A row read by the meaning of its columns.
struct RowView {
    let row: RawRow
    let plan: ColumnPlan
    /// Where times without a zone are; nil makes them bad.
    let zone: Zone?

    /// The field's bytes; empty if there is none.
    func bytes(_ field: ImportField) -> ArraySlice<UInt8> {
        bytes(plan.origins[field.rawValue])
    }

    func bytes(_ origin: ColumnPlan.Origin) -> ArraySlice<UInt8> {
        switch origin {
        case .field(let index): row.bytes[row.fields[index]]
        case .constant(let bytes): bytes[...]
        case .absent: []
        }
    }

    /// True if the filters let this row pass.
    var isWanted: Bool {
        plan.filters.allSatisfy { filter in
            let value = bytes(filter.origin).trimmedOfBlanks
            return filter.values.contains { $0.elementsEqual(value) }
        }
    }

    /// A name or a word, without spaces around it; nil if it is empty.
    func word(_ field: ImportField) throws(RowFault) -> String? {
        try string(bytes(field).trimmedOfBlanks, field)
    }

    /// A name or a word that has to be there.
    func required(_ field: ImportField) throws(RowFault) -> String {
        guard let word = try word(field) else { throw RowFault(field, "is empty") }
        return word
    }

    /// A text as it is; nil if it is empty.
    func text(_ field: ImportField) throws(RowFault) -> String? {
        try string(bytes(field), field)
    }

    /// The first line of a text; nil if it is empty.
    func firstLine(_ field: ImportField) throws(RowFault) -> String? {
        let bytes = bytes(field)
        return try string(bytes.prefix { !$0.endsLine }, field)
    }

    /// An instant of the years 1970 to 2200; nil if it is empty.
    func time(_ field: ImportField) throws(RowFault) -> Instant? {
        let text = bytes(field).trimmedOfBlanks
        guard !text.isEmpty else { return nil }
        switch TimeText.read(text, zone: zone) {
        case .success(let instant): return instant
        case .failure(let fault): throw RowFault(field, fault.reason(abridged(text)))
        }
    }

    /// The value for a sentence about it.
    func abridged(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.prefix(400), as: UTF8.self).abridged
    }

    private func string(
        _ bytes: ArraySlice<UInt8>,
        _ field: ImportField
    ) throws(RowFault) -> String? {
        guard !bytes.isEmpty else { return nil }
        guard !bytes.contains(0) else { throw RowFault(field, "holds a NUL character") }
        // Validation costs more than all else about a row, and most texts need none.
        if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw RowFault(field, "is not valid UTF-8")
        }
        return text
    }
}
