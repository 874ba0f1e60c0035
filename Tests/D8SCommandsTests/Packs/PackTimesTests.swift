import D8SModel
import D8SQuery
import Testing

@testable import D8SCommands

struct PackTimesTests {
    private let asOf = Instant(seconds: 1_800_000_000)

    /// Samples a day, and by hand: step, look-back and rate window in seconds.
    @Test(arguments: [
        (5760.0, Int64(300), Int64(300), Int64(300)),
        (1440.0, 300, 300, 300),
        (288.0, 300, 900, 1200),
        (96.0, 900, 2700, 3600),
        (24.0, 3600, 10_800, 14_400),
        (1.0, 21_600, 64_800, 86_400),
    ])
    func `a pack is looked at as finely as its samples came`(
        samples: Double,
        step: Int64,
        lookback: Int64,
        window: Int64
    ) {
        let times = PackTimes(asOf: asOf, samplesADay: samples)
        #expect(times.step == step * 1000)
        #expect(times.lookback == lookback * 1000)
        #expect(times.rateWindow(step: times.step) == window * 1000)
        #expect(times.night.end == asOf)
        #expect(times.night.time(times.night.count - 1) == asOf.milliseconds)
        #expect(times.week.time(times.week.count - 1) == asOf.milliseconds)
    }

    @Test func `a rate never leaves time between two steps out`() {
        let times = PackTimes(asOf: asOf, samplesADay: 5760)
        #expect(times.rateWindow(step: 43_200_000) == 43_200_000)
    }
}
