import D8SModel

/// What a target says of its families, and what of it is new.
struct FamilyNotes {
    private var numbers = NameNumbers()
    private var metrics: [(metric: Metric, isChanged: Bool)] = []
    /// Families with something new, in the order in which they came.
    private var changed: [Int] = []

    /// More families than any target has: of others nothing is kept.
    private static let limit = 100_000

    mutating func note(_ descriptor: Descriptor) {
        guard let number = number(of: descriptor.family) else { return }
        if metrics[number].metric.take(descriptor.fact), !metrics[number].isChanged {
            metrics[number].isChanged = true
            changed.append(number)
        }
    }

    /// The number of the family; nil if there are too many.
    private mutating func number(of name: [UInt8]) -> Int? {
        if let number = numbers.find(name) { return number }
        guard metrics.count < Self.limit else { return nil }
        _ = numbers.add(name)
        changed.append(metrics.count)
        let metric = Metric(name: String(decoding: name, as: UTF8.self), kind: .unknown)
        metrics.append((metric, true))
        return metrics.count - 1
    }

    /// What is new since the last time.
    ///
    /// Text 0.0.4 calls a counter's family `x_total`, OpenMetrics `x`; both come out as `x`.
    mutating func take() -> [Metric] {
        let taken = changed.map { metrics[$0].metric }.map { metric in
            guard metric.kind == .counter, metric.name.utf8.count > 6,
                metric.name.hasSuffix("_total")
            else { return metric }
            var family = metric
            family.name.removeLast(6)
            return family
        }
        for number in changed { metrics[number].isChanged = false }
        changed = []
        return taken
    }
}

extension Metric {
    /// Takes a fact over; returns whether it changes anything.
    fileprivate mutating func take(_ fact: Descriptor.Fact) -> Bool {
        switch fact {
        case .kind(let new): return Self.set(&kind, new)
        case .help(let new): return Self.set(&help, new.isEmpty ? nil : new)
        case .unit(let new): return Self.set(&unit, new.isEmpty ? nil : new)
        }
    }

    private static func set<Fact: Equatable>(_ fact: inout Fact, _ new: Fact) -> Bool {
        guard fact != new else { return false }
        fact = new
        return true
    }
}
