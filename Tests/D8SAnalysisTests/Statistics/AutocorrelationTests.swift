import Testing

@testable import D8SAnalysis

struct AutocorrelationTests {
    // python3: statsmodels.tsa.stattools.acf(x, nlags=3, fft=False)
    @Test func `autocorrelations are those of statsmodels`() {
        let found = Autocorrelation.of([1, 3, 2, 5, 4, 7, 6, 9.5], lags: 3)
        let expected = [1, 0.32063970166379807, 0.4072002294893861, -0.16716867469879518]
        #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 1e-15 })
        #expect(found.count == 4)
    }

    /// The transform against the plain sum, which few lags take.
    @Test(arguments: [65, 200, 720, 1025])
    func `many lags by the spectrum are the same as few by sums`(_ count: Int) {
        var random = Xoshiro(seed: 2)
        var level = 0.0
        let series = (0..<count).map { _ in
            level = 0.9 * level + random.normal()
            return 1e6 + level
        }
        let few = Autocorrelation.of(series, lags: 60)
        let many = Autocorrelation.of(series, lags: count)
        #expect(many.count == count)
        #expect(zip(few, many).allSatisfy { abs($0 - $1) < 1e-12 })
    }

    @Test func `nothing varies, nothing is there`() {
        #expect(Autocorrelation.of([], lags: 3) == [])
        #expect(Autocorrelation.of([0.1, 0.1, 0.1], lags: 5) == [1, 0, 0])
        #expect(Autocorrelation.of([1, 2], lags: -1) == [1])
    }

    // python3: np.fft.fft([1, 2, -1, 3, 0.5, 0, 4, -2])
    @Test func `the transform is NumPy's`() throws {
        let fourier = try #require(Fourier(length: 8))
        var real = [1, 2, -1, 3, 0.5, 0, 4, -2]
        var imaginary = [Double](repeating: 0, count: 8)
        real.withUnsafeMutableBufferPointer { real in
            imaginary.withUnsafeMutableBufferPointer { fourier.transform(real, $0) }
        }
        #expect(
            zip(
                real,
                [
                    7.5, -1.6213203435596428, -1.5, 2.621320343559643, 1.5, 2.621320343559643, -1.5,
                    -1.6213203435596428,
                ]
            ).allSatisfy { abs($0 - $1) < 1e-14 }
        )
        #expect(
            zip(
                imaginary,
                [
                    0.0, 0.050252531694167324, -1.0, -9.949747468305834, 0.0, 9.949747468305834,
                    1.0, -0.050252531694167324,
                ]
            ).allSatisfy { abs($0 - $1) < 1e-14 }
        )
        #expect(Fourier(length: 12) == nil)
    }
}
