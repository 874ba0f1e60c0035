package import D8SModel

/// What was spent in one currency, day by day, ready to be grouped and added up exactly.
package struct Spend: Sendable {
    package let currency: Currency
    package let basis: CostBasis
    package let keys: [CostKey]
    /// The days on which anything was charged, first to last.
    package let days: ClosedRange<Day>
    /// Charges that say no cost of this basis; they are in no sum.
    package let linesWithoutCost: Int
    /// Sorted by day.
    let rows: [Row]

    /// Which of the charges are meant.
    package enum Scope: Hashable, Sendable {
        /// What clouds charge; what OpenCost allocates only where nothing else is known.
        case bills
        /// What OpenCost allocates to namespaces and the like.
        case allocations
    }

    /// The provider of charges that split what others charge.
    private static let allocator = "OpenCost"

    /// The charges of one key on one day.
    struct Row: Sendable {
        let day: Int
        let key: Int
        let cost: ExactDecimal
        let quantity: ExactDecimal?
    }

    /// The charges of the currency; nil if it has none with a cost of this basis.
    ///
    /// - Parameters:
    ///   - table: All charges.
    ///   - currency: Others are left out, never added.
    ///   - basis: Which cost is meant.
    ///   - scope: What splits a cloud's bill among namespaces is the same money again, and never
    ///     added to it.
    package init?(
        _ table: CostTable,
        in currency: Currency,
        basis: CostBasis = .effective,
        scope: Scope = .bills
    ) {
        let included = table.statements.map { $0.currency == currency }
        let isAllocation = table.keys.map { $0[.provider] == Self.allocator }
        let hasBills = table.days.contains { day in
            included.indices.contains(day.statement) && included[day.statement]
                && isAllocation.indices.contains(day.key) && !isAllocation[day.key]
        }
        var rows: [Row] = [], missing = 0
        for day in table.days where included.indices.contains(day.statement) {
            guard included[day.statement], isAllocation.indices.contains(day.key) else { continue }
            let isWanted =
                scope == .bills ? !hasBills || !isAllocation[day.key] : isAllocation[day.key]
            guard isWanted else { continue }
            missing += basis == .billed ? day.linesWithoutBilled : 0
            missing += basis == .effective ? day.linesWithoutEffective : 0
            guard let cost = basis.amount(of: day.amounts) else { continue }
            let quantity = day.pricingQuantity
            rows.append(Row(day: day.day.number, key: day.key, cost: cost, quantity: quantity))
        }
        rows.sort { ($0.day, $0.key) < ($1.day, $1.key) }
        guard let first = rows.first, let last = rows.last else { return nil }
        days = Day(number: first.day)...Day(number: last.day)
        (self.currency, self.basis, self.rows) = (currency, basis, rows)
        keys = table.keys.withReadableNames.withDistinctAccounts
        linesWithoutCost = missing
    }

    /// The rows of some days.
    func rows(in days: Range<Day>) -> ArraySlice<Row> {
        let start = rows.place { $0.day < days.lowerBound.number }
        let end = rows.place { $0.day < days.upperBound.number }
        return rows[start..<max(start, end)]
    }

    /// Which keys a filter means, by their place.
    func matches(_ filter: SpendFilter) -> [Bool] {
        filter.conditions.isEmpty
            ? Array(repeating: true, count: keys.count) : keys.map(filter.matches)
    }

    /// The exact sum of some days; nil only if it has more than 38 digits.
    package func total(in days: Range<Day>, _ filter: SpendFilter = .all) -> ExactDecimal? {
        let isMeant = matches(filter)
        var sum = ExactSum()
        for row in rows(in: days) where isMeant[row.key] { sum.add(row.cost) }
        return sum.value
    }

    /// The exact cost of each of some days; 0 for a day without any.
    package func exactDaily(in days: Range<Day>, _ filter: SpendFilter = .all) -> [ExactDecimal] {
        let isMeant = matches(filter), start = days.lowerBound.number
        var sums = [ExactSum](repeating: ExactSum(), count: days.upperBound.number - start)
        for row in rows(in: days) where isMeant[row.key] { sums[row.day - start].add(row.cost) }
        return sums.map { $0.value ?? .zero }
    }

    /// The cost of each of some days; nil for a day on which nothing at all was charged, which
    /// cannot be told from a day that nobody has brought.
    package func daily(
        in days: Range<Day>,
        _ filter: SpendFilter = .all,
        _ isCounted: (CostKey) -> Bool = { _ in true }
    ) -> [Double?] {
        let isMeant = zip(matches(filter), keys).map { $0 && isCounted($1) }
        let start = days.lowerBound.number
        var sums = [ExactSum](repeating: ExactSum(), count: days.upperBound.number - start)
        var isKnown = [Bool](repeating: false, count: sums.count)
        for row in rows(in: days) {
            isKnown[row.day - start] = true
            if isMeant[row.key] { sums[row.day - start].add(row.cost) }
        }
        return zip(sums, isKnown).map { $1 ? $0.value?.double : nil }
    }

    /// What use costs on a usual day: the median of the last 28 days that are known; 0 if none is.
    func usualDay(through: Day) -> Double {
        let recent = daily(in: through.adding(days: -27)..<through.adding(days: 1)) { $0.isUsage }
        return Quantile.median(of: recent.compactMap(\.self)) ?? 0
    }
}

extension CostKey {
    /// Whether it is for what was used, day by day; purchases, taxes, credits and adjustments come
    /// when they come.
    package var isUsage: Bool { self[.chargeCategory].map { $0 == "Usage" } ?? true }
}
