import Foundation
import Testing

@testable import D8SAnalysis

struct ForecastBacktestTests {
    @Test func `a season that returns is forecast better than by carrying it on`() throws {
        var numbers = SeededNumbers(seed: 11)
        let values = (0..<480).map { month -> Double in
            100 + 10 * sin(Double(month) * .pi / 6) + numbers.normal()
        }
        let test = try #require(ForecastBacktest(values: values, seasons: [12], horizon: 12))
        #expect(test.origins == 20)
        #expect(test.n == 240)
        // A perfect model has 1/√2 of the error of the seasonal naive forecast.
        let relative = try #require(test.relativeError)
        #expect(relative < 0.8)
        #expect(test.isCalibrated)
    }

    @Test func `a series that does something new is not said to be forecast well`() throws {
        var numbers = SeededNumbers(seed: 12)
        let values = (0..<300).map { step -> Double in
            let burst = step >= 150 && step / 10 % 2 == 0 ? 40.0 : 0
            return burst * Double(step - 140) + numbers.normal()
        }
        let test = try #require(ForecastBacktest(values: values, horizon: 10))
        #expect(!test.isCalibrated)
    }

    @Test func `too little to test is not tested`() {
        #expect(ForecastBacktest(values: [1, 2, 3], horizon: 5) == nil)
        #expect(ForecastBacktest(values: [], horizon: 1) == nil)
        let odd = ForecastBacktest(values: [1, 2, 3, 4], seasons: [-3, 0], horizon: 1)
        #expect(odd?.n == 2)
    }
}
