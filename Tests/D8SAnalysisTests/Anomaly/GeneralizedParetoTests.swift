import Testing

@testable import D8SAnalysis

/// Expected: Hosking & Wallis 1987, equations 14 and 15, by hand in Python:
/// `a0 = sum(x)/n; a1 = sum(v*(1-(j+1-.35)/n) for j,v in enumerate(x))/n;`
/// `k = a0/(a0-2*a1)-2; scale = 2*a0*a1/(a0-2*a1)`; the shape is −k.
struct GeneralizedParetoTests {
    @Test(arguments: [
        (
            [0.05, 0.1, 0.2, 0.25, 0.4, 0.7, 0.9, 1.3, 2.6, 6.0],
            0.4857662023016356, 0.6427922471229555
        ),
        (
            [0.1, 0.25, 0.4, 0.55, 0.8, 1.1, 1.5, 2.1, 2.9, 4.4],
            0.07192670586626604, 1.3085833447285649
        ),
    ])
    func `shape and scale are those of the weighted moments`(
        excesses: [Double],
        shape: Double,
        scale: Double
    ) throws {
        let fit = try #require(GeneralizedPareto(excesses: excesses))
        #expect(abs(fit.shape - shape) < 1e-12)
        #expect(abs(fit.scale - scale) < 1e-12)
    }

    /// `scipy.stats.genpareto.sf(3, 0.25, scale=2)` = (1 + 0.25 · 3 / 2)^−4, and −log10 of it.
    @Test func `a probability is that of the distribution`() {
        let pareto = GeneralizedPareto(shape: 0.25, scale: 2)
        #expect(abs(pareto.surprise(3) - 0.5532108) < 1e-6)
        let exponential = GeneralizedPareto(shape: 0, scale: 2)
        #expect(abs(exponential.surprise(2 * 2.302585092994046) - 1) < 1e-12)
    }

    @Test func `excesses that are all 0 have no tail`() {
        #expect(GeneralizedPareto(excesses: [0, 0, 0]) == nil)
        #expect(GeneralizedPareto(excesses: [Double]()) == nil)
    }
}
