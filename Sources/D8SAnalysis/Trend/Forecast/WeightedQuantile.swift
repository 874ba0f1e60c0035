/// Quantiles of values of which some say more than others.
struct WeightedQuantile: Sendable {
    private var items: [(value: Double, weight: Double)] = []
    private var total = 0.0

    mutating func add(_ value: Double, weight: Double) {
        items.append((value, weight))
        total += weight
    }

    mutating func removeAll() {
        items.removeAll(keepingCapacity: true)
        total = 0
    }

    /// Must come before the first `value(_:)`.
    mutating func sort() {
        items.sort { $0.value < $1.value }
    }

    /// The value below which this share of the weight lies, each weight centred on its value and
    /// lines between; nil without values.
    func value(_ share: Double) -> Double? {
        guard total > 0 else { return nil }
        let goal = share * total
        var below = 0.0
        var last: (place: Double, value: Double)?
        for item in items {
            let place = below + item.weight / 2
            if place >= goal {
                guard let last, place > last.place else { return item.value }
                let part = (goal - last.place) / (place - last.place)
                return last.value + part * (item.value - last.value)
            }
            last = (place, item.value)
            below += item.weight
        }
        return last?.value
    }
}
