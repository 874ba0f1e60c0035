/// How far values spread, in the unit of a standard deviation of normal values, without outliers
/// mattering.
///
/// Nothing, or a NaN among the values, gives nil.
package enum RobustScale {
    /// What the median deviation of normal values is multiplied with: 1 / Φ⁻¹(3/4).
    package static let normal = 1.482602218505602

    /// The median absolute deviation from the median (Hampel 1974); half the values may be wrong.
    ///
    /// It is 0 if more than half of the values are equal.
    package static func medianDeviation(_ values: [Double]) -> Double? {
        var copy = values
        return copy.withUnsafeMutableBufferPointer { medianDeviation(selectingIn: $0)?.scale }
    }

    /// The median and the deviation by selection in place; the values are lost.
    package static func medianDeviation(
        selectingIn values: UnsafeMutableBufferPointer<Double>
    ) -> (median: Double, scale: Double)? {
        guard let median = Quantile.of(0.5, selectingIn: values) else { return nil }
        for index in values.indices { values[index] = abs(values[index] - median) }
        return Quantile.of(0.5, selectingIn: values).map { (median, $0 * normal) }
    }

    /// The quartile range over that of normal values; a quarter of the values may be wrong.
    package static func quartileRange(_ values: [Double]) -> Double? {
        guard let low = Quantile.of(0.25, in: values), let high = Quantile.of(0.75, in: values)
        else { return nil }
        return (high - low) * normal / 2
    }

    /// Qn, the first quartile of the differences between all pairs (Rousseeuw & Croux 1993,
    /// "Alternatives to the Median Absolute Deviation"), in O(n log n): as robust as the median
    /// deviation, 82 % efficient instead of 37 %, and sound for skewed values.
    ///
    /// Without correction for few values, as statsmodels' `qn_scale`; nil with fewer than two,
    /// or with one that is not finite.
    package static func pairs(_ values: [Double]) -> Double? {
        guard values.count > 1, values.allSatisfy(\.isFinite) else { return nil }
        let half = values.count / 2 + 1
        let sorted = values.sorted()
        let rank = half * (half - 1) / 2 + values.count * (values.count + 1) / 2
        // All n² differences, of which those of a value with itself and with larger ones are ≤ 0.
        return Differences.value(at: rank - 1, of: sorted, minus: sorted).map {
            $0 * 2.2191444659850757
        }
    }
}
