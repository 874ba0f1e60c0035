import D8STestSupport
import Foundation
import Testing

@testable import D8SAnalysis

struct SeasonDetectionTests {
    // python3: abs(np.fft.fft([3, 1, 4, 1, 5, 9, 2]))[:4]**2
    @Test func `the periodogram of seven values is NumPy's`() {
        let powers = Spectrum.powers([3, 1, 4, 1, 5, 9, 2])
        let expected: [Double] = [625.0, 66.39373162228438, 50.478893717197096, 50.127374660518534]
        #expect(powers.count == 4)
        #expect(zip(powers, expected).allSatisfy { abs($0 - $1) < 1e-11 })
        #expect(Spectrum.powers([1]) == [])
    }

    /// Noise of five kinds without a season: 1 in 1000 is promised for each candidate.
    ///
    /// 80 series with two candidates: more than 3 false ones would come once in 40000 runs.
    @Test(arguments: [0, 0.5, 0.8, 0.95, 1]) func `noise has no season`(_ share: Double) {
        var random = Xoshiro(seed: 1)
        var found = 0
        for _ in 0..<80 {
            var level = 0.0
            let series = (0..<504).map { _ in
                level = share * level + random.normal()
                return level
            }
            found += SeasonDetection.periods(series, candidates: [24, 168]).count
        }
        #expect(found <= 3)
    }

    private static func daily(_ count: Int, _ height: Double, seed: UInt64) -> [Double] {
        var random = Xoshiro(seed: seed)
        var level = 0.0
        return (0..<count).map { index in
            level = 0.8 * level + random.normal() * 0.6
            return level + height * sin(2 * Double.pi * Double(index % 24) / 24)
        }
    }

    @Test func `a day is found in autocorrelated noise of its own height`() {
        for seed in 0..<10 {
            let series = Self.daily(720, 1, seed: UInt64(seed))
            #expect(SeasonDetection.periods(series, candidates: [24, 168]) == [24])
        }
    }

    @Test func `a job once a day is a season too, also with gaps and outliers`() {
        var random = Xoshiro(seed: 9)
        var series = (0..<720).map { random.normal() + ($0 % 24 == 3 ? 6.0 : 0) }
        for index in stride(from: 10, to: 720, by: 50) { series[index] = .nan }
        series[400] = 1e6
        #expect(SeasonDetection.periods(series, candidates: [24, 168]) == [24])
    }

    @Test func `work days are a week beside the day`() {
        for seed in 0..<5 {
            let series = Self.daily(1008, 2, seed: UInt64(seed)).enumerated().map {
                $0.element + ($0.offset % 168 < 120 ? 2.0 : 0)
            }
            #expect(SeasonDetection.periods(series, candidates: [24, 168]) == [24, 168])
        }
    }

    @Test func `a season of unknown length is found by its line`() throws {
        var random = Xoshiro(seed: 2)
        let series = (0..<500).map { index in
            random.normal() + 2 * sin(2 * Double.pi * Double(index) / 37)
        }
        let found = try #require(SeasonDetection.search(series))
        #expect(found.period == 37)
        let noise = (0..<500).map { _ in random.normal() }
        #expect(SeasonDetection.search(noise) == nil)
    }

    /// statsmodels' series: the level of the Nile has no season, carbon dioxide and the making of
    /// electrical equipment have one of 12 months.
    @Test(.enabled(if: SharedData.has("statsmodels/nile.csv"), "needs ../shared/data"))
    func `real series have the seasons that they are known for`() throws {
        let nile = try SharedData.rows("statsmodels/nile.csv").compactMap { $0["volume"] }
        let made = try SharedData.rows("statsmodels/elec_equip.csv")
            .compactMap { Double($0["STS.M.I7.W.TOVT.NS0016.4.000"] ?? "") }
        let file = SharedData.folder.appendingPathComponent("statsmodels/stl_co2.csv")
        let dioxide = try String(contentsOf: file, encoding: .utf8)
            .split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
        #expect(SeasonDetection.search(nile.compactMap { Double($0) }) == nil)
        #expect(SeasonDetection.search(dioxide)?.period == 12)
        #expect(SeasonDetection.periods(made, candidates: [12]) == [12])
        #expect(SeasonDetection.periods(dioxide, candidates: [12]) == [12])
    }

    @Test func `nothing, constants and short series have none`() {
        #expect(SeasonDetection.periods([], candidates: [7]) == [])
        #expect(SeasonDetection.periods([1, 2], candidates: [0, -1, 1, 7, .max]) == [])
        let constant = [Double](repeating: 3, count: 200)
        #expect(SeasonDetection.periods(constant, candidates: [7, 24]) == [])
        let gaps = [Double](repeating: .nan, count: 200)
        #expect(SeasonDetection.periods(gaps, candidates: [7]) == [])
        #expect(SeasonDetection.search(constant) == nil)
    }
}
