package import D8SModel

/// The exact interval for a share (Clopper & Pearson 1934, "The Use of Confidence or Fiducial Limits
/// Illustrated in the Case of the Binomial"): it covers at least as often as it says.
package enum ClopperPearson {
    /// The interval of `part` of `whole`; nil if there is nothing or the counts make no sense.
    package static func interval(
        _ part: Int,
        of whole: Int,
        confidence: Double = 0.95
    ) -> Interval? {
        guard whole > 0, (0...whole).contains(part), confidence > 0, confidence < 1 else {
            return nil
        }
        let (k, n) = (Double(part), Double(whole))
        let tail = (1 - confidence) / 2
        let low =
            part == 0 ? 0 : IncompleteBeta.point(lower: tail, upper: 1 - tail, k, n - k + 1)?.x
        let high =
            part == whole ? 1 : IncompleteBeta.point(lower: 1 - tail, upper: tail, k + 1, n - k)?.x
        guard let low, let high else { return nil }
        return Interval(low: low, high: high, confidence: confidence)
    }
}
