import Testing

@testable import D8SAnalysis

struct StudentTailTests {
    /// `2 * scipy.stats.t.sf(t, degrees)`, SciPy 1.17.1.
    @Test(arguments: [
        (2.0, 10.0, 0.07338803477074037), (5.3, 4.7, 0.0038335465484308088),
        (0.3, 1.0, 0.8144528418445154), (12.0, 30.0, 5.580185415199261e-13),
        (40.0, 3.0, 3.4380680789158506e-05),
    ])
    func `both tails are those of SciPy`(t: Double, degrees: Double, p: Double) {
        #expect(abs(StudentTail.twoSided(t, degrees: degrees) - p) < 1e-11 * p + 1e-22)
        #expect(
            StudentTail.twoSided(-t, degrees: degrees) == StudentTail.twoSided(t, degrees: degrees)
        )
    }

    @Test func `no value is no evidence, an endless one is all of it`() {
        #expect(StudentTail.twoSided(.nan, degrees: 3) == 1)
        #expect(StudentTail.twoSided(.infinity, degrees: 3) == 0)
        #expect(StudentTail.twoSided(0, degrees: 3) == 1)
    }
}
