import D8SModel

/// One test of one service: how likely its data are if nothing is wrong, and the finding if that is
/// too unlikely.
///
/// Only harm that is large enough to matter keeps its probability; an effect below a rule's minimum
/// has probability 1, which makes the test stricter, never looser.
struct Suspicion {
    /// Of data at least as bad, if nothing changed.
    let probability: Double
    /// The smallest probability that this much data could ever give: a test that could not convince
    /// anybody is not counted among the night's (Tarone 1990; Gilbert 2005).
    let smallest: Double
    let finding: (_ probability: Double) -> Finding

    init(
        probability: @autoclosure () -> Double,
        smallest: Double,
        isHarm: Bool,
        finding: @escaping (_ probability: Double) -> Finding
    ) {
        self.probability = isHarm ? probability() : 1
        self.smallest = smallest
        self.finding = finding
    }

    /// The tests of several recent spans as one: the smallest probability times their number
    /// (Bonferroni); the finding is that of the span which decided.
    static func worst(of spans: [Suspicion]) -> Suspicion? {
        guard let decisive = spans.min(by: { $0.probability < $1.probability }) else { return nil }
        let count = Double(spans.count)
        let smallest = spans.map(\.smallest).min() ?? 1
        return Suspicion(
            probability: min(1, count * decisive.probability),
            smallest: min(1, count * smallest),
            isHarm: true,
            finding: decisive.finding
        )
    }
}
