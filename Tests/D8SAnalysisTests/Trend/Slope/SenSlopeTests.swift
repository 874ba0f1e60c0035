import D8SAnalysis
import D8SModel
import Testing

struct SenSlopeTests {
    // python3: scipy.stats.theilslopes(y, x), SciPy 1.17.1
    @Test func `a few values have SciPy's slope, intercept and interval`() throws {
        let series = [3.1, 2.9, 3.5, 3.3, 4.0, 3.8, 3.7, 4.4, 4.1, 4.6, 4.3, 5.2, 4.9]
        let line = try #require(SenSlope(series))
        #expect(line.slope == 0.16333333333333333)
        #expect(abs(line.intercept - 3.02) < 1e-15)
        #expect(line.interval.low == 0.10000000000000024)
        #expect(line.interval.high == 0.21249999999999997)
    }

    @Test func `ties have SciPy's slope and interval`() throws {
        let line = try #require(SenSlope([1, 1, 2, 2, 2, 3, 3, 1, 4, 4, 4, 5, 5, 6, 5]))
        #expect(line.slope == 0.3333333333333333)
        #expect(line.interval.low == 0.2727272727272727)
        #expect(line.interval.high == 0.4)
    }

    @Test func `gaps keep their time`() throws {
        let gap = Double.nan
        let line = try #require(SenSlope([10, gap, 12, 11, gap, gap, 15, 14, 18, 16, 17, gap, 21]))
        #expect(line.slope == 0.8452380952380952)
        #expect(abs(line.intercept - 9.083333333333332) < 1e-14)
        #expect(line.interval.low == 0.5714285714285714)
        #expect(line.interval.high == 1.0)
        #expect(line.count == 9)
    }

    // i = np.arange(n); ((i*i*7919 + i*104729) % 1000003)/1000.0 + 0.05*i
    @Test(arguments: [
        (
            720, 0.05501159346113281, 491.2498321507228, -0.046546728971962575, 0.1586208530805686
        ),
        (
            3000, 0.051731145595469596, 489.2861471795933, 0.039697530864197535,
            0.06385480349344982
        ),
    ])
    func `long series have SciPy's slope to the last bit`(
        _ count: Int,
        _ slope: Double,
        _ intercept: Double,
        _ low: Double,
        _ high: Double
    ) throws {
        let series = (0..<count).map { index -> Double in
            Double(Self.mixed(index)) / 1000.0 + 0.05 * Double(index)
        }
        let line = try #require(SenSlope(series))
        #expect(line.slope == slope)
        #expect(abs(line.intercept - intercept) < 1e-11)
        #expect(line.interval.low == low)
        #expect(line.interval.high == high)
    }

    // The same with // 100000: ten different values, so that a tenth of the slopes are 0.
    @Test func `many equal slopes do not stall it`() throws {
        let series = (0..<720).map { Double(Self.mixed($0) / 100_000) }
        let line = try #require(SenSlope(series))
        #expect(line.slope == 0)
        #expect(line.interval.low == 0)
        #expect(line.interval.high == 0)
        #expect(line.intercept == 4)
    }

    /// Against forming every pair, on series of many kinds: levels of a milliard, exact lines with
    /// rounding, values over twenty orders of magnitude, few different values, gaps.
    @Test(arguments: 0..<7) func `the median is that of all pairs`(_ kind: Int) throws {
        var random = Xoshiro(seed: UInt64(kind))
        for _ in 0..<20 {
            let count = 2 + random.below(90)
            let series = (0..<count).map { index -> Double in
                let noise = random.normal()
                switch kind {
                case 0: return noise
                case 1: return Double(random.below(3))
                case 2: return Double(index + random.below(2)) * 0.1
                case 3: return 1e9 + noise
                case 4: return random.below(5) == 0 ? .nan : noise * noise * noise * 1e12
                case 5: return 0.1 * Double(index)
                default: return index < 2 ? 1e20 : noise
                }
            }
            let pairs = slopes(series)
            guard let median = Quantiles.median(pairs) else {
                #expect(SenSlope.median(series) == nil)
                continue
            }
            #expect(SenSlope.median(series) == median)
        }
    }

    @Test func `the seasonal slope is the median within the phases`() throws {
        var random = Xoshiro(seed: 1)
        let series = (0..<400).map { Double($0) * 0.01 + Double($0 % 7) + random.normal() }
        let phases = (0..<7).flatMap { phase in
            slopes(stride(from: phase, to: 400, by: 7).map { series[$0] })
        }
        #expect(SenSlope.seasonal(series, period: 7)?.slope == Quantiles.median(phases))
    }

    @Test func `nothing, one value and constant values`() {
        #expect(SenSlope([]) == nil)
        #expect(SenSlope([1, .nan, .infinity]) == nil)
        #expect(SenSlope([5, 5, 5, 5])?.slope == 0)
        #expect(SenSlope.seasonal([1, 2], period: 5)?.slope == nil)
        #expect(SenSlope([0, .greatestFiniteMagnitude])?.slope == .greatestFiniteMagnitude)
    }

    private static func mixed(_ index: Int) -> Int {
        (index * index * 7919 + index * 104_729) % 1_000_003
    }

    private func slopes(_ series: [Double]) -> [Double] {
        series.indices.flatMap { first in
            series.indices.dropFirst(first + 1).map {
                (series[$0] - series[first]) / Double($0 - first)
            }
        }
        .filter(\.isFinite)
    }
}

private enum Quantiles {
    static func median(_ values: [Double]) -> Double? {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return nil }
        let (low, high) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
        return low == high ? low : (low + high) / 2
    }
}
