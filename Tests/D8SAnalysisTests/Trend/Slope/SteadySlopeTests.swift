import Testing

@testable import D8SAnalysis

/// Expected values by SciPy 1.17 and NumPy: `linregress` gives the slope and the residuals `e`;
/// then `raw = (e[1:] * e[:-1]).sum() / (e * e).sum()`, `k = raw + (2 + 4 * raw) / n`,
/// `rho = min(max(k + sqrt((1 - k * k) / n), 0), .99)`, `dof = max(1, n * (1 - rho) / (1 + rho) - 2)`,
/// `se = sqrt((e * e).sum() / dof / ((x - x.mean()) ** 2).sum())`,
/// `p = 2 * stats.t.sf(abs(slope) / se, dof)`.
struct SteadySlopeTests {
    @Test(arguments: [
        (
            [
                12, 13, 11, 15, 16, 14, 18, 17, 19, 22, 20, 23, 22, 25, 24, 27, 26, 25, 29, 30.0,
            ],
            0.9488721804511279, 4.298278639413741e-13
        ),
        (
            [1, 2, 4, 7, 9, 9, 8, 8, 9, 12, 15, 16, 15, 13, 14.0], 0.9749999999999999,
            0.24972852902398687
        ),
    ])
    func `slope and probability are those of the formulas`(
        values: [Double],
        slope: Double,
        p: Double
    ) throws {
        let found = try #require(SteadySlope(values))
        #expect(abs(found.slope / slope - 1) < 1e-12)
        #expect(abs(found.p / p - 1) < 1e-9)
    }

    @Test func `gaps keep their time`() throws {
        let whole = try #require(SteadySlope([1, 2.1, 2.9, 4.2, 5, 6.1, 6.8, 8]))
        let gaps = try #require(SteadySlope([1, 2.1, .nan, 4.2, 5, .nan, 6.8, 8]))
        #expect(abs(whole.slope - gaps.slope) < 0.05)
    }

    @Test func `nothing is said of few values and of a line without noise`() {
        #expect(SteadySlope([1, 2, 3, 4]) == nil)
        #expect(SteadySlope([5, 5, 5, 5, 5, 5]) == nil)
        #expect(SteadySlope([]) == nil)
    }

    /// Student's test of a slope at 1 in 100, with autocorrelations from 0 to 0.9 in 28 values.
    @Test(arguments: [0, 0.3, 0.6, 0.9])
    func `noise that remembers is no slope`(memory: Double) {
        var random = Xoshiro(seed: 4)
        var clear = 0
        for _ in 0..<2000 {
            var state = random.normal() / (1 - memory * memory).squareRoot()
            let values = (0..<28).map { _ in
                state = memory * state + random.normal()
                return state
            }
            if let found = SteadySlope(values), found.p < 0.01 { clear += 1 }
        }
        #expect(clear <= 40, "\(clear)")
    }
}
