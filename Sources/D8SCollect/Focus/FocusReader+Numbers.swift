import D8SModel

extension FocusReader {
    /// Reads the decimal numbers of a row.
    @inline(__always)
    mutating func readNumbers(
        _ row: FocusRow,
        _ plan: FocusPlan,
        _ entry: inout CostEntry
    ) throws(FocusFault) {
        entry.amounts.billed = try Self.number(.billed, row, plan)
        entry.amounts.effective = try Self.number(.effective, row, plan)
        entry.amounts.list = try Self.number(.list, row, plan)
        entry.amounts.contracted = try Self.number(.contracted, row, plan)
        entry.consumedQuantity = try Self.number(.consumedQuantity, row, plan)
        entry.pricingQuantity = try Self.number(.pricingQuantity, row, plan)
        entry.commitmentQuantity = try Self.number(.commitmentQuantity, row, plan)
        entry.listUnitPrice = try Self.number(.listUnitPrice, row, plan)
        entry.contractedUnitPrice = try Self.number(.contractedUnitPrice, row, plan)
    }

    @inline(__always)
    private static func number(
        _ number: FocusNumber,
        _ row: FocusRow,
        _ plan: FocusPlan
    ) throws(FocusFault) -> ExactDecimal? {
        guard let column = plan.numbers[number.rawValue] else { return nil }
        var fault: FocusFault?
        let value = row.withField(column) { text -> ExactDecimal? in
            guard let text else { return nil }
            let value = ExactDecimal(utf8: text)
            guard let value, value.coefficient.magnitude < Self.large else {
                fault = Self.fault(number, value, text)
                return value
            }
            return value
        }
        if let fault { throw fault }
        return value
    }

    /// What is wrong with a number; nil if nothing is.
    ///
    /// So many digits are allowed that a hundred thousand such numbers can be added exactly.
    private static func fault(
        _ number: FocusNumber,
        _ value: ExactDecimal?,
        _ text: UnsafeBufferPointer<UInt8>
    ) -> FocusFault? {
        guard let value else {
            let reason =
                "`\(abridged(text))` is no decimal number that can be kept exactly: write it plain,"
                + " as 10000.00, with at most 28 digits after the point"
            return FocusFault(number.column, reason)
        }
        if !(value.magnitude < largest) {
            let reason =
                "`\(abridged(text))` is 10^15 or more, which no bill has: is a point missing, or is"
                + " it another column? Correct it in the export"
            return FocusFault(number.column, reason)
        }
        guard value.canonical.coefficient.magnitude >= largestCoefficient
        else { return nil }
        return FocusFault(number.column, "`\(abridged(text))` has more than 33 digits")
    }

    /// A number whose digits are less than this, without the point, is neither too large nor too
    /// long.
    private static let large: UInt128 = 1_000_000_000_000_000
    private static let largest = ExactDecimal(1_000_000_000_000_000)
    private static let largestCoefficient =
        UInt128(10_000_000_000_000_000) * 100_000_000_000_000_000
}
