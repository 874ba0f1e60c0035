import D8SModel

extension FocusReader {
    /// Takes a row as a charge.
    ///
    /// - Returns: The number of its bill.
    @inline(__always)
    mutating func take(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ raw: RawRow,
        _ reading: inout FocusFile
    ) throws(FocusFault) -> Int? {
        guard let plan = reading.plan else { return nil }
        let row = FocusRow(bytes: bytes, fields: raw.fields, constants: plan.constants)
        let billing = Window(
            start: try time(.billingStart, row, plan, &reading),
            end: try time(.billingEnd, row, plan, &reading)
        )
        guard billing.end > billing.start else {
            throw FocusFault(FocusTime.billingEnd.column, "is not after the period's start")
        }
        let charge = Window(
            start: try time(.chargeStart, row, plan, &reading),
            end: try time(.chargeEnd, row, plan, &reading)
        )
        var entry = CostEntry(bill: 0, key: 0, chargePeriod: charge, amounts: CostAmounts())
        try readNumbers(row, plan, &entry)
        let currency = try currency(row, plan)
        entry.key = try key(row, plan, &reading)
        let bill = try bill(row, plan, billing, currency, &reading)
        entry.bill = bill.number
        look(at: entry, row: raw, plan, bill.bill, of: billing, reading.path)
        gatherer.add(entry)
        report.saw(charge.start)
        return bill.number
    }

    private mutating func look(
        at entry: CostEntry,
        row: RawRow,
        _ plan: FocusPlan,
        _ bill: CostBill,
        of billing: Window,
        _ file: String
    ) {
        for (number, breach) in Self.costs where plan.numbers[number.rawValue] != nil {
            let isMissing =
                switch number {
                case .billed: entry.amounts.billed == nil
                case .effective: entry.amounts.effective == nil
                case .list: entry.amounts.list == nil
                default: entry.amounts.contracted == nil
                }
            if isMissing { audit.count(breach, file, row.line) }
        }
        if billing.end != bill.period.end { audit.count(.otherBillingEnd, file, row.line) }
        guard gatherer.marks.indices.contains(entry.key) else { return }
        audit.look(
            at: entry,
            gatherer.marks[entry.key],
            billing: billing,
            currency: bill.currency,
            (file, row.line)
        )
    }

    private static let costs = FocusNumber.allCases.compactMap { number in
        FocusBreach.missing(number).map { (number, $0) }
    }

    @inline(__always)
    private func time(
        _ time: FocusTime,
        _ row: FocusRow,
        _ plan: FocusPlan,
        _ reading: inout FocusFile
    ) throws(FocusFault) -> Instant {
        let instant = row.withField(plan.times[time.rawValue]) { text in
            text.flatMap { reading.times[time.rawValue].instant($0) }
        }
        if let instant { return instant }
        throw row.withField(plan.times[time.rawValue]) { text in
            guard let text else { return FocusFault(time.column, "is empty") }
            return FocusFault(
                time.column,
                "`\(Self.abridged(text))` is no ISO 8601 time of the years 1970 to 2200: write it as"
                    + " 2025-05-01T00:00:00Z, since the parts of other forms cannot be told apart"
            )
        }
    }

    private func currency(_ row: FocusRow, _ plan: FocusPlan) throws(FocusFault) -> Currency {
        let currency = row.withField(plan.currency) { $0.flatMap { Currency(utf8: $0) } }
        if let currency { return currency }
        throw row.withField(plan.currency) { text in
            guard let text else { return FocusFault("BillingCurrency", "is empty") }
            let reason = "`\(Self.abridged(text))` is no code of three capital letters (ISO 4217)"
            return FocusFault("BillingCurrency", reason)
        }
    }

    @inline(__always)
    private mutating func bill(
        _ row: FocusRow,
        _ plan: FocusPlan,
        _ period: Window,
        _ currency: Currency,
        _ reading: inout FocusFile
    ) throws(FocusFault) -> FocusBillMemory {
        let column = plan.account ?? .max
        let last = row.withField(column) { account in
            reading.lastBill.flatMap { $0.matches(account, period, currency) ? $0 : nil }
        }
        if let last { return last }
        let account = row.withField(column) { $0.map { Array($0) } ?? [] }
        let bill = CostBill(
            account: try Self.text(account, CostField.billingAccount.column),
            period: period,
            currency: currency
        )
        let number = gatherer.bill(bill)
        let known = gatherer.bills[number]
        let memory = FocusBillMemory(account: account, bill: known, number: number)
        // One with another end is looked at each time, so that each of its rows is counted.
        if known == bill { reading.lastBill = memory }
        return memory
    }

    static func text(_ bytes: [UInt8], _ column: String) throws(FocusFault) -> String {
        guard !bytes.contains(0) else { throw FocusFault(column, "holds a NUL character") }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw FocusFault(column, "is not valid UTF-8")
        }
        return text
    }

    /// The value for a sentence about it.
    static func abridged(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        String(decoding: bytes.prefix(400), as: UTF8.self).abridged
    }
}
