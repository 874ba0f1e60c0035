/// Maps values to places along one axis.
struct Scale: Hashable {
    /// The values at the two ends; `high` is greater than `low`.
    let low: Double
    let high: Double
    /// Where the two ends lie, in points; for a value axis the second is above the first.
    let start: Double
    let end: Double
    var isLogarithmic = false

    /// Where a value lies, held within the axis.
    func place(_ value: Double) -> Double {
        let share = min(max(share(of: value), 0), 1)
        return start + (end - start) * (share.isFinite ? share : 0)
    }

    private func share(of value: Double) -> Double {
        guard isLogarithmic else { return (value / 2 - low / 2) / (high / 2 - low / 2) }
        return logarithm(max(value, low) / low) / logarithm(high / low)
    }

    private func logarithm(_ value: Double) -> Double { value.naturalLogarithm }
}
