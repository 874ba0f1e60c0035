package import D8SModel

/// Compares what was spent in two spans of days.
package struct SpendComparison {
    /// Digits after the point of prices and parts.
    private static let scale = 12

    private let spend: Spend
    private let now: Range<Day>
    private let before: Range<Day>
    private let isMeant: [Bool]

    package init(
        _ spend: Spend,
        now: Range<Day>,
        before: Range<Day>,
        _ filter: SpendFilter = .all
    ) {
        (self.spend, self.now, self.before) = (spend, now, before)
        isMeant = spend.matches(filter)
    }

    /// One kind of thing with a price, in both spans.
    fileprivate struct Kind {
        var nowCost = ExactSum()
        var beforeCost = ExactSum()
        var nowQuantity = ExactSum()
        var beforeQuantity = ExactSum()
        var isThereNow = false
        var wasThere = false
        var lacksQuantity = false
    }

    /// A SKU in its unit of one service.
    private struct Name: Hashable, Comparable {
        let service: String
        let unit: String
        let sku: String

        static func < (left: Name, right: Name) -> Bool {
            (left.service, left.unit, left.sku) < (right.service, right.unit, right.sku)
        }
    }

    /// Nil if a sum has more than 38 digits.
    package func change() -> SpendChange? {
        guard
            let nowTotal = total(now), let beforeTotal = total(before),
            let difference = nowTotal.subtracting(beforeTotal),
            let services = services()
        else { return nil }
        var causes = Causes()
        other(&causes)
        for (group, kinds) in groups() { split(kinds, of: group, &causes) }
        // What rounding left is nobody's: it goes where nothing more is said.
        let told = ExactDecimal.sum(SpendChange.Cause.allCases.map { causes[$0] }) ?? .zero
        causes.add(difference.subtracting(told) ?? .zero, to: .unexplained)
        return SpendChange(
            now: now,
            before: before,
            amountNow: nowTotal,
            amountBefore: beforeTotal,
            causes: causes.told,
            services: services
        )
    }

    /// The sum of each cause.
    private struct Causes {
        private var sums: [SpendChange.Cause: ExactSum] = [:]

        mutating func add(_ amount: ExactDecimal, to cause: SpendChange.Cause) {
            sums[cause, default: ExactSum()].add(amount)
        }

        subscript(cause: SpendChange.Cause) -> ExactDecimal { sums[cause]?.value ?? .zero }

        /// Those that are worth telling; what rounding left, under half a cent, is part of the
        /// greatest.
        var told: [(cause: SpendChange.Cause, amount: ExactDecimal)] {
            let all = SpendChange.Cause.allCases.map { (cause: $0, amount: self[$0]) }
            let least = ExactDecimal("0.005") ?? .zero
            var told = all.filter { $0.amount.magnitude >= least }
            let rest = all.filter { $0.amount.magnitude < least }.map(\.amount)
            let greatest = told.indices.max {
                told[$0].amount.magnitude < told[$1].amount.magnitude
            }
            guard let greatest, let sum = ExactDecimal.sum(rest + [told[greatest].amount]) else {
                return all.filter { !$0.amount.isZero }
            }
            told[greatest].amount = sum
            return told
        }
    }

    private func total(_ days: Range<Day>) -> ExactDecimal? {
        ExactDecimal.sum(spend.rows(in: days).lazy.filter { isMeant[$0.key] }.map(\.cost))
    }

    private func services() -> [SpendChange.Part]? {
        var sums: [String?: (before: ExactSum, now: ExactSum)] = [:]
        for (days, isNow) in [(before, false), (now, true)] {
            for row in spend.rows(in: days) where isMeant[row.key] {
                let service = spend.keys[row.key][.service]
                var pair = sums[service] ?? (ExactSum(), ExactSum())
                if isNow { pair.now.add(row.cost) } else { pair.before.add(row.cost) }
                sums[service] = pair
            }
        }
        var parts: [SpendChange.Part] = []
        for (service, pair) in sums {
            guard let before = pair.before.value, let now = pair.now.value else { return nil }
            parts.append(SpendChange.Part(service: service, before: before, now: now))
        }
        return parts.sorted { left, right in
            let (a, b) = (left.difference.magnitude, right.difference.magnitude)
            return a == b ? (left.service ?? "~") < (right.service ?? "~") : a > b
        }
    }

    /// What is not use.
    private func other(_ causes: inout Causes) {
        for (days, isNow) in [(now, true), (before, false)] {
            for row in spend.rows(in: days) where isMeant[row.key] && !spend.keys[row.key].isUsage {
                causes.add(isNow ? row.cost : row.cost.negated, to: .other)
            }
        }
    }

    /// The kinds of use, by service and unit, in a fixed order.
    private func groups() -> [(key: Name, value: [Kind])] {
        var kinds: [Name: Kind] = [:]
        for (days, isNow) in [(before, false), (now, true)] {
            for row in spend.rows(in: days) where isMeant[row.key] && spend.keys[row.key].isUsage {
                kinds[name(of: spend.keys[row.key]), default: Kind()].add(row, isNow: isNow)
            }
        }
        let ordered = kinds.sorted { $0.key < $1.key }
        var groups: [(key: Name, value: [Kind])] = []
        for (name, kind) in ordered {
            let group = Name(service: name.service, unit: name.unit, sku: "")
            if groups.last?.key == group {
                groups[groups.count - 1].value.append(kind)
            } else {
                groups.append((group, [kind]))
            }
        }
        return groups
    }

    private func name(of key: CostKey) -> Name {
        Name(
            service: key[.service] ?? "",
            unit: key[.pricingUnit] ?? "",
            sku: key[.skuPrice] ?? key[.sku] ?? key[.chargeDescription] ?? ""
        )
    }

    /// Price, volume and mix of the kinds that were there in both spans.
    private func split(_ kinds: [Kind], of group: Name, _ causes: inout Causes) {
        var pairs: [(old: Amount, new: Amount)] = []
        for kind in kinds {
            guard let now = kind.nowCost.value, let before = kind.beforeCost.value else { continue }
            if !kind.wasThere {
                causes.add(now, to: .new)
            } else if !kind.isThereNow {
                causes.add(before.negated, to: .vanished)
            } else if !kind.lacksQuantity, let old = Amount(before, kind.beforeQuantity),
                let new = Amount(now, kind.nowQuantity)
            {
                pairs.append((old, new))
            } else {
                causes.add(now.subtracting(before) ?? .zero, to: .unexplained)
            }
        }
        guard !pairs.isEmpty else { return }
        let old = ExactDecimal.sum(pairs.map(\.old.quantity)) ?? .zero
        let new = ExactDecimal.sum(pairs.map(\.new.quantity)) ?? .zero
        let growth = new.divided(by: old, scale: Self.scale) ?? .zero
        for pair in pairs {
            guard
                let price = pair.old.cost.divided(by: pair.old.quantity, scale: Self.scale),
                let moved = price.multiplied(by: pair.new.quantity, scale: Self.scale),
                let same = pair.old.cost.multiplied(by: growth, scale: Self.scale)
            else { continue }
            causes.add(pair.new.cost.subtracting(moved) ?? .zero, to: .price)
            causes.add(same.subtracting(pair.old.cost) ?? .zero, to: .volume)
            causes.add(moved.subtracting(same) ?? .zero, to: .mix)
        }
    }

    /// A cost with its quantity above 0.
    private struct Amount {
        let cost: ExactDecimal
        let quantity: ExactDecimal

        init?(_ cost: ExactDecimal, _ quantity: ExactSum) {
            guard let quantity = quantity.value, quantity > .zero else { return nil }
            (self.cost, self.quantity) = (cost, quantity)
        }
    }
}

extension SpendComparison.Kind {
    fileprivate mutating func add(_ row: Spend.Row, isNow: Bool) {
        if isNow {
            isThereNow = true
            nowCost.add(row.cost)
            if let quantity = row.quantity { nowQuantity.add(quantity) }
        } else {
            wasThere = true
            beforeCost.add(row.cost)
            if let quantity = row.quantity { beforeQuantity.add(quantity) }
        }
        if row.quantity == nil { lacksQuantity = true }
    }
}
