import Foundation
import Testing

@testable import D8SAnalysis

/// The intervals hold as much as they say.
struct ForecastCoverageTests {
    enum Kind: CaseIterable {
        case independent, autocorrelated, randomWalk, heavyTailed, seasonal
    }

    /// 100 series of 300 values with 12 steps each to forecast: one path's values depend on each
    /// other, so the share has a standard error of about 1 % (95) and 2 % (80).
    @Test(arguments: Kind.allCases)
    func `of simulated series as many values as promised are within`(kind: Kind) throws {
        var numbers = SeededNumbers(seed: 2_026)
        var (within80, within95, count) = (0.0, 0.0, 0.0)
        for _ in 0..<100 {
            let series = Self.simulated(kind, 312, &numbers)
            let forecast = try #require(
                Forecaster(
                    values: Array(series.prefix(300)),
                    seasons: kind == .seasonal ? [12] : [],
                    horizon: 12
                ).forecast()
            )
            for step in 0..<12 {
                let value = series[300 + step]
                count += 1
                if abs(value - forecast.mean[step]) <= forecast.upper80[step] - forecast.mean[step]
                {
                    within80 += 1
                }
                if abs(value - forecast.mean[step]) <= forecast.upper95[step] - forecast.mean[step]
                {
                    within95 += 1
                }
            }
        }
        #expect((0.93...0.975).contains(within95 / count), "\(within95 / count)")
        #expect((0.77...0.85).contains(within80 / count), "\(within80 / count)")
    }

    private static func simulated(
        _ kind: Kind,
        _ count: Int,
        _ numbers: inout SeededNumbers
    ) -> [Double] {
        var state = 0.0
        return (0..<count).map { step in
            let shock = numbers.normal()
            switch kind {
            case .independent: return shock
            case .autocorrelated:
                state = 0.8 * state + shock
                return state
            case .randomWalk:
                state += shock
                return state
            case .heavyTailed:
                let squares = (0..<3).reduce(0.0) { sum, _ in
                    let next = numbers.normal()
                    return sum + next * next
                }
                return shock / (squares / 3).squareRoot()
            case .seasonal:
                state += 0.5 * shock
                return state + 5 * sin(Double(step) * .pi / 6) + numbers.normal()
            }
        }
    }
}
