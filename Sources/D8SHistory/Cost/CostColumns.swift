import D8SModel

/// The columns of `cost_keys`.
enum CostColumns {
    /// The column of each field: its name in FOCUS in small letters, `service_name`.
    static let names = CostField.allCases.map { snake($0.column) }

    /// Every column of a key but its id and digest, the tags last.
    static let all = names + ["tags"]

    static let list = all.joined(separator: ", ")

    /// The text of a key's tags; nil if it has none.
    static func tags(of key: CostKey) -> [UInt8]? {
        guard !key.tags.isEmpty else { return nil }
        let labels = key.tags.flatMap { [$0.name, $0.value] }
        let body = labels.flatMap { Array($0.utf8) + [LabelText.end] }
        return LabelText.object(of: Series(key: [LabelText.end] + body))
    }

    /// The tags of a text; none if it is no JSON object of texts.
    static func tags(_ text: UnsafeRawBufferPointer) -> [Label] {
        var reader = LabelTextReader(text)
        guard let key = reader.key() else { return [] }
        let parts = key.split(separator: LabelText.end, omittingEmptySubsequences: false)
        return stride(from: 0, to: parts.count - 1, by: 2).map { place in
            Label(
                String(decoding: parts[place], as: UTF8.self),
                String(decoding: parts[place + 1], as: UTF8.self)
            )
        }
    }

    /// The key of a row whose columns are `all`, from `first` on.
    static func key(_ row: PreparedStatement, from first: Int32) -> CostKey {
        var key = CostKey()
        for field in CostField.allCases {
            key[field] = row.optionalText(first + Int32(field.rawValue))
        }
        key.tags = tags(row.bytes(first + Int32(names.count)))
        return key
    }

    private static func snake(_ column: String) -> String {
        var name = ""
        for letter in column.hasPrefix("x_") ? column.dropFirst(2) : column[...] {
            if letter.isUppercase, !name.isEmpty { name += "_" }
            name += letter.lowercased()
        }
        return name
    }
}
