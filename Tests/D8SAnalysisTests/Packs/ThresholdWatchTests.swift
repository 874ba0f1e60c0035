import D8SModel
import Testing

@testable import D8SAnalysis

/// Values at minutes from 1970 on, as `minute: value` pairs; hand-made courses whose episodes can
/// be read off them.
struct ThresholdWatchTests {
    private let high = PackThreshold(severity: .warning, side: .above, limit: 90, clear: 80)

    private func episodes(
        _ values: [(Int64, Double)],
        _ threshold: PackThreshold,
        upTo end: Int64,
        patience: Int64 = 15
    ) -> [Episode] {
        let line = MeasureReading.Line(
            series: Series(metric: "a"),
            times: values.map { $0.0 * 60_000 },
            values: values.map(\.1)
        )
        return ThresholdWatch.episodes(
            of: line,
            beyond: threshold,
            patience: patience * 60_000,
            upTo: end * 60_000
        )
    }

    private func episode(
        _ start: Int64,
        _ end: Int64?,
        worst: Double,
        at: Int64
    ) -> Episode {
        Episode(
            start: start * 60_000,
            end: end.map { $0 * 60_000 },
            worst: worst,
            worstTime: at * 60_000
        )
    }

    @Test func `what is beyond the limit lasts until it clears, not until it is within the limit`()
    {
        let values: [(Int64, Double)] = [(0, 50), (5, 91), (10, 85), (15, 95), (20, 80), (25, 85)]
        #expect(episodes(values, high, upTo: 25) == [episode(5, 20, worst: 95, at: 15)])
    }

    @Test func `a limit itself is not beyond it, and a clearing value itself has cleared`() {
        #expect(episodes([(0, 90), (5, 90)], high, upTo: 5) == [])
        let values: [(Int64, Double)] = [(0, 90.5), (5, 80)]
        #expect(episodes(values, high, upTo: 5) == [episode(0, 5, worst: 90.5, at: 0)])
    }

    @Test func `what lasts at the end has no end`() {
        #expect(
            episodes([(0, 50), (5, 95), (10, 92)], high, upTo: 10)
                == [episode(5, nil, worst: 95, at: 5)]
        )
    }

    @Test(arguments: [(10.0, 1), (15.0, 1), (15.1, 0)])
    func `what lasts shorter than its for is no episode`(minutes: Double, count: Int) {
        var threshold = high
        threshold.duration = minutes * 60
        let values: [(Int64, Double)] = [(0, 95), (5, 95), (10, 95), (15, 50), (20, 50)]
        #expect(episodes(values, threshold, upTo: 20).count == count)
    }

    @Test func `below counts downwards`() {
        let low = PackThreshold(severity: .critical, side: .below, limit: 10, clear: 20)
        let values: [(Int64, Double)] = [(0, 50), (5, 9), (10, 3), (15, 15), (20, 20)]
        #expect(episodes(values, low, upTo: 20) == [episode(5, 20, worst: 3, at: 10)])
    }

    @Test func `a gap longer than the patience ends it, a shorter one does not`() {
        let values: [(Int64, Double)] = [(0, 95), (15, 95), (31, 96)]
        #expect(
            episodes(values, high, upTo: 31)
                == [episode(0, 15, worst: 95, at: 0), episode(31, nil, worst: 96, at: 31)]
        )
        #expect(
            episodes([(0, 95), (5, 95)], high, upTo: 30) == [episode(0, 5, worst: 95, at: 0)]
        )
    }

    @Test func `what is no number says nothing`() {
        let values: [(Int64, Double)] = [(0, 95), (5, .nan), (10, 95)]
        #expect(episodes(values, high, upTo: 10) == [episode(0, nil, worst: 95, at: 0)])
        #expect(episodes([(0, .nan)], high, upTo: 0) == [])
        #expect(episodes([], high, upTo: 0) == [])
        #expect(episodes([(0, .infinity)], high, upTo: 0).count == 1)
    }
}
