import D8SModel

/// The bill of a row, to be known again by its bytes.
struct FocusBillMemory {
    let account: [UInt8]
    let bill: CostBill
    let number: Int

    @inline(__always)
    func matches(
        _ account: UnsafeBufferPointer<UInt8>?,
        _ period: Window,
        _ currency: Currency
    ) -> Bool {
        guard bill.period == period, bill.currency == currency,
            self.account.count == account?.count ?? 0
        else { return false }
        return account.map { self.account.elementsEqual($0) } ?? true
    }
}
