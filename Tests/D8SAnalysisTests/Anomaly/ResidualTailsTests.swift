import Testing

@testable import D8SAnalysis

struct ResidualTailsTests {
    /// The value that is said to come with this probability on either side.
    private func value(of probability: Double, _ tails: ResidualTails) -> Double {
        var (low, high) = (0.0, 1e9)
        for _ in 0..<80 {
            let middle = (low + high) / 2
            let p = tails.probability(middle, without: 0..<0) ?? 1
            (low, high) = p > probability ? (middle, high) : (low, middle)
        }
        return high
    }

    /// Samples of four weeks against the distribution that they are drawn from: of 10,000 series
    /// by the hour an item may be one value in two hundred million.
    @Test func `what is called rare is, though some samples of a heavy tail look light`() throws {
        var noise = Noise(seed: 81)
        let claimed = 5e-9
        var real = 0.0
        for _ in 0..<300 {
            let tails = ResidualTails(noise.heavyTailed(648))
            let tail = try #require(StudentT.upperTail(value(of: claimed, tails), degrees: 3))
            real += 2 * tail / 300
        }
        #expect(real < 10 * claimed, "\(real) instead of \(claimed)")
        #expect(real > claimed / 100, "\(real) instead of \(claimed)")
    }
}
