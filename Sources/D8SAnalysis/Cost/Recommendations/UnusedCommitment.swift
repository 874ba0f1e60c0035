package import D8SModel

/// A commitment (a reservation, a savings plan) of which a part was paid for and not used.
package struct UnusedCommitment: Hashable, Sendable {
    package let id: String
    package let name: String
    /// In the window: `EffectiveCost` of the charges with the status `Unused`
    /// (`CommitmentDiscountStatus` of FOCUS 1.0 to 1.2).
    package let unused: Money
    /// All that the commitment cost in the window.
    package let whole: Money
    /// Days of the window.
    package let days: Int

    /// The commitments of a table that were not used whole, by id and currency.
    ///
    /// - Parameters:
    ///   - table: Costs by day.
    ///   - days: The days that count.
    /// - Returns: Those with something unused.
    package static func all(in table: CostTable, days: Range<Day>) -> [UnusedCommitment] {
        let count = days.upperBound.number - days.lowerBound.number
        var sums: [ID: Sum] = [:]
        for row in table.days where days.contains(row.day) && table.keys.indices.contains(row.key) {
            let key = table.keys[row.key]
            guard let id = key[.commitment], let currency = table.currency(of: row),
                let cost = row.amounts.effective
            else { continue }
            var sum = sums[ID(currency: currency, id: id)] ?? Sum(name: id)
            sum.name = key[.commitmentName] ?? sum.name
            sum.whole.add(cost)
            if key[.commitmentStatus] == "Unused" { sum.unused.add(cost) }
            sums[ID(currency: currency, id: id)] = sum
        }
        return sums.sorted { $0.key < $1.key }.compactMap { id, sum in
            guard let unused = sum.unused.value, unused > .zero else { return nil }
            return UnusedCommitment(
                id: id.id,
                name: sum.name,
                unused: Money(unused, id.currency),
                whole: Money(sum.whole.value ?? unused, id.currency),
                days: count
            )
        }
    }

    private struct ID: Hashable, Comparable {
        let currency: Currency
        let id: String

        static func < (left: ID, right: ID) -> Bool {
            (left.currency, left.id) < (right.currency, right.id)
        }
    }

    private struct Sum {
        var name: String
        var unused = ExactSum()
        var whole = ExactSum()
    }

    var recommendation: Recommendation {
        let hours = Double(days) * 24
        return Recommendation(
            kind: .unusedCommitment,
            place: CostPlace(),
            subject: name,
            saving: Money(unused.amount.perMonth(of: hours), unused.currency),
            spend: Money(max(whole.amount, unused.amount).perMonth(of: hours), whole.currency),
            effort: .medium,
            risk: .low,
            changes: [],
            basis: "What was paid for and not used in \(days) days, as a month.",
            snippet: nil
        )
    }
}
