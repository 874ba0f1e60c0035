package import D8SModel

/// The score interval for a share (Wilson 1927, "Probable Inference, the Law of Succession, and
/// Statistical Inference"), and what follows from it for the difference of two.
package enum Wilson {
    /// The 95 % interval of `part` of `whole`; nil if there is nothing or the counts make no sense.
    package static func interval(_ part: Int, of whole: Int) -> Interval? {
        guard whole > 0, (0...whole).contains(part) else { return nil }
        let (n, z) = (Double(whole), Normal.z95)
        let share = Double(part) / n
        let centre = share + z * z / (2 * n)
        let spread = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
        let scale = 1 + z * z / n
        return Interval(
            low: part == 0 ? 0 : max(0, (centre - spread) / scale),
            high: part == whole ? 1 : min(1, (centre + spread) / scale)
        )
    }

    /// The 95 % interval of the first share minus the second (Newcombe 1998, "Interval Estimation
    /// for the Difference Between Independent Proportions", method 10).
    package static func difference(
        _ first: (part: Int, whole: Int),
        minus second: (part: Int, whole: Int)
    ) -> Interval? {
        guard let one = interval(first.part, of: first.whole),
            let two = interval(second.part, of: second.whole)
        else { return nil }
        let p = Double(first.part) / Double(first.whole)
        let q = Double(second.part) / Double(second.whole)
        let down = ((p - one.low) * (p - one.low) + (two.high - q) * (two.high - q)).squareRoot()
        let up = ((one.high - p) * (one.high - p) + (q - two.low) * (q - two.low)).squareRoot()
        return Interval(low: p - q - down, high: p - q + up)
    }
}
