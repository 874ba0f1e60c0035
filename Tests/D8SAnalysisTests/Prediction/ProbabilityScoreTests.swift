import D8SAnalysis
import Testing

/// Against scikit-learn 1.9: `brier_score_loss(y, p)`, `calibration_curve(y, p, n_bins=10)`.
struct ProbabilityScoreTests {
    private func score(_ stated: [Double], _ truth: [Int], base: Double = 0.5) -> ProbabilityScore {
        var score = ProbabilityScore()
        for (probability, happened) in zip(stated, truth) {
            score.add(probability, base: base, happened: happened == 1)
        }
        return score
    }

    @Test(arguments: [
        // The example of brier_score_loss' documentation.
        ([0.1, 0.9, 0.8, 0.3], [0, 1, 1, 0], 0.0375),
        // The example of calibration_curve's documentation.
        ([0.1, 0.2, 0.3, 0.4, 0.65, 0.7, 0.8, 0.9, 1.0], [0, 0, 0, 0, 1, 1, 1, 1, 1], 0.0625),
        ([0.7], [1], 0.09),
    ])
    func `Brier's score is the published one`(stated: [Double], truth: [Int], loss: Double) throws {
        let found = try #require(score(stated, truth).brier)
        #expect(abs(found - loss) < 1e-12)
    }

    @Test func `the table says how often came about what was stated`() {
        let score = score(
            [0.12, 0.18, 0.62, 0.64, 0.66, 1],
            [0, 1, 1, 0, 1, 1]
        )
        #expect(score.bins[1].n == 2)
        #expect(score.bins[1].k == 1)
        #expect(abs((score.bins[1].stated ?? 0) - 0.15) < 1e-12)
        #expect(score.bins[6].n == 3)
        #expect(score.bins[6].k == 2)
        #expect(score.bins[9].n == 1)
        #expect(score.bins[0].stated == nil)
    }

    /// 1 − 0.0375 / 0.25.
    @Test func `skill is the part of the base rate's error that is saved`() throws {
        let found = try #require(score([0.1, 0.9, 0.8, 0.3], [0, 1, 1, 0]).skill)
        #expect(abs(found - 0.85) < 1e-12)
    }

    @Test func `nothing stated has no score`() {
        #expect(ProbabilityScore().brier == nil)
        #expect(ProbabilityScore().skill == nil)
        #expect(ProbabilityScore().surplus == 0)
    }

    /// (6 − 3) / sqrt(10 · 0.3 · 0.7) = 2.0702.
    @Test func `the surplus counts standard deviations`() {
        let score = score(
            [Double](repeating: 0.3, count: 10),
            [1, 1, 1, 1, 1, 1, 0, 0, 0, 0]
        )
        #expect(abs(score.surplus - 2.0701966780270626) < 1e-12)
    }
}
