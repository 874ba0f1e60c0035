import Testing

@testable import D8SAnalysis

/// Four weeks of a day's rhythm with noise, of which the last day is another.
struct SeasonChangeTests {
    private func series(seed: UInt64, last: (Double, Double) -> Double) -> [Double] {
        var random = Xoshiro(seed: seed)
        return (0..<672).map { hour in
            let wave = hour % 24 < 8 ? -10.0 : 5
            let noise = 2 * random.normal()
            return 50 + (hour >= 648 ? last(wave, noise) : wave + noise)
        }
    }

    private func clearest(_ series: [Double]) -> Anomaly? {
        let found = SeriesAnomalies(series, seasons: [24], in: 648..<672)
        return found.events.min { $0.p < $1.p }
    }

    @Test func `a day upside down is an event, however small its single hours are`() throws {
        let turned = try #require(clearest(series(seed: 1) { -$0 + $1 }))
        #expect(turned.p < 1e-6)
        #expect(turned.range.count > 12)
    }

    @Test func `a day without its rhythm is one as well`() throws {
        #expect(try #require(clearest(series(seed: 2) { _, noise in noise })).p < 1e-4)
    }

    /// 200 usual last days: at 1 in 100 about two are due, and as many by each of the other ways.
    @Test func `a usual day is none`() {
        let odd = (1...200).count { seed in
            (clearest(series(seed: UInt64(seed)) { $0 + $1 })?.p ?? 1) < 0.01
        }
        #expect(odd <= 7, "\(odd)")
    }

    @Test func `three hours that are odd together are one event`() {
        var values = series(seed: 4) { $0 + $1 }
        for hour in 660..<663 { values[hour] += 24 }
        let found = SeriesAnomalies(values, seasons: [24], in: 648..<672).events
        #expect(found.count { $0.p < 0.05 } == 1, "\(found.map(\.p))")
    }

    @Test func `without a season nothing can change it`() {
        let parts = SeasonalResidual((0..<672).map { Double($0 % 5) }, seasons: [])
        #expect(SeasonChange.p(parts, length: 24) == nil)
        #expect(SeasonChange.p(SeasonalResidual([], seasons: [24]), length: 24) == nil)
    }
}
