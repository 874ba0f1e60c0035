import D8SModel

extension PreparedStatement {
    /// Binds a decimal number as its canonical text.
    func bind(_ value: ExactDecimal?, at index: Int32) throws {
        guard let value else { return try bind(nil as String?, at: index) }
        var text: [UInt8] = []
        value.append(to: &text)
        try bind(utf8: text, at: index)
    }

    /// The decimal number of a text; nil for NULL.
    ///
    /// - Throws: `HistoryError.row` if the text is no decimal number.
    func optionalDecimal(_ column: Int32) throws -> ExactDecimal? {
        let bytes = bytes(column)
        if bytes.isEmpty { return nil }
        let value = bytes.withMemoryRebound(to: UInt8.self) { ExactDecimal(utf8: $0) }
        guard let value else {
            throw HistoryError.row(
                record: "cost `\(Excerpt.of(text(column)))`",
                reason: "it is no decimal number"
            )
        }
        return value
    }

    /// Billed, effective, list and contracted cost, in four columns.
    func amounts(_ first: Int32) throws -> CostAmounts {
        CostAmounts(
            billed: try optionalDecimal(first),
            effective: try optionalDecimal(first + 1),
            list: try optionalDecimal(first + 2),
            contracted: try optionalDecimal(first + 3)
        )
    }
}
