/// Quantiles by linear interpolation between order statistics (type 7 of Hyndman & Fan 1996,
/// "Sample Quantiles in Statistical Packages"; the default of R and NumPy).
///
/// Empty input, a share outside 0…1 and a NaN among the values give nil: a quantile of something
/// unknown is unknown.
package enum Quantile {
    /// The quantile of values that are already in ascending order.
    package static func of(_ share: Double, sorted values: [Double]) -> Double? {
        guard let place = Place(share, of: values.count) else { return nil }
        let low = values[place.index]
        let high = place.fraction > 0 ? values[place.index + 1] : low
        guard let first = values.first, let last = values.last else { return nil }
        guard !first.isNaN, !last.isNaN else { return nil }
        return interpolate(low, high, place.fraction)
    }

    /// The quantile of values in any order, by selection; the values are left alone.
    package static func of(_ share: Double, in values: [Double]) -> Double? {
        var copy = values
        return copy.withUnsafeMutableBufferPointer { of(share, selectingIn: $0) }
    }

    /// The quantile by selection in place: linear time, and the order of the values is lost.
    package static func of(
        _ share: Double,
        selectingIn values: UnsafeMutableBufferPointer<Double>
    ) -> Double? {
        guard let place = Place(share, of: values.count) else { return nil }
        guard !values.contains(where: \.isNaN) else { return nil }
        Selection.place(place.index, in: values)
        let low = values[place.index]
        guard place.fraction > 0 else { return low }
        let high = values[(place.index + 1)...].min() ?? low
        return interpolate(low, high, place.fraction)
    }

    /// The middle value; the mean of the two middle ones if the count is even.
    package static func median(of values: [Double]) -> Double? {
        of(0.5, in: values)
    }

    private static func interpolate(_ low: Double, _ high: Double, _ fraction: Double) -> Double {
        low == high || fraction == 0 ? low : low + (high - low) * fraction
    }

    /// Where in the order a quantile lies: `index`, and how far on towards the next one.
    private struct Place {
        let index: Int
        let fraction: Double

        init?(_ share: Double, of count: Int) {
            guard count > 0, (0...1).contains(share) else { return nil }
            let position = Double(count - 1) * share
            index = Int(position.rounded(.down))
            fraction = position - Double(index)
        }
    }
}
