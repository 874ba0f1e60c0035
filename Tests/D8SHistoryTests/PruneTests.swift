import D8SModel
import D8STestSupport
import GRDB
import Testing

@testable import D8SHistory

/// What stays of samples as time goes by.
struct PruneTests {
    static let hour: Int64 = 3_600_000
    static let day: Int64 = 24 * hour
    /// `date -u -d @1793491200` is Sun 1 Nov 2026 00:00:00.
    static let start: Int64 = 1_793_491_200_000
    static let retention = SampleRetention(raw: 2 * 86_400, hourly: 5 * 86_400)

    let history: History

    init() throws {
        history = try History.inMemory()
        try history.register(source: "node", kind: "scrape", interval: 60)
    }

    /// A sample every 15 minutes from the start on, each one more than the one before.
    private func ingest(days: Int64, metric: String) throws {
        let times = Array(
            stride(
                from: Self.start + 900_000,
                through: Self.start + days * Self.day,
                by: 900_000
            )
        )
        let column = SampleColumn(
            series: Series(metric: metric),
            times: times,
            values: times.indices.map { Double($0 + 1) }
        )
        _ = try history.ingest(RecordBatch(columns: [column]), from: "node")
    }

    private func rollups(_ resolution: RollupResolution, of metric: String) throws -> [Rollup] {
        var found: [Rollup] = []
        let damage = try history.forEachRollup(
            SeriesSelection(metric: metric),
            resolution: resolution,
            from: Instant(milliseconds: .min),
            to: Instant(milliseconds: .max)
        ) { _, columns, range in found += range.map { columns[$0] } }
        #expect(damage.isEmpty)
        return found
    }

    private func rawTimes() throws -> [Int64] {
        var times: [Int64] = []
        _ = try history.forEachSeries(
            from: Instant(milliseconds: .min),
            to: Instant(milliseconds: .max)
        ) { times += $1.times }
        return times
    }

    private func instant(_ days: Int64, _ hours: Int64 = 0) -> Instant {
        Instant(milliseconds: Self.start + days * Self.day + hours * Self.hour)
    }

    @Test func `complete hours and days are rolled up, those that are not are left`() throws {
        try ingest(days: 3, metric: "a_total")
        _ = try history.prune(asOf: instant(2, 5), retention: Self.retention)
        let hours = try rollups(.hour, of: "a_total")
        #expect(hours.count == 53)
        // The hour has the samples 1, 2, 3, 4; its first one is where the counter begins.
        #expect(
            hours.first
                == Rollup(
                    end: Self.start + Self.hour,
                    count: 4,
                    sum: 10,
                    minimum: 1,
                    maximum: 4,
                    last: 4,
                    increase: 3
                )
        )
        #expect(hours[1].increase == 4)
        let days = try rollups(.day, of: "a_total")
        #expect(days.map(\.count) == [96, 96])
        // 1 + … + 96 is 4656.
        #expect(days.map(\.sum) == [4656, 4656 + 96 * 96])
        #expect(days.map(\.increase) == [95, 96])
        _ = try history.prune(asOf: instant(3), retention: Self.retention)
        #expect(try rollups(.hour, of: "a_total").count == 72)
        #expect(try rollups(.day, of: "a_total").map(\.count) == [96, 96, 96])
    }

    @Test func `pruning twice changes nothing more`() throws {
        try ingest(days: 9, metric: "a")
        _ = try history.prune(asOf: instant(9), retention: Self.retention)
        let hours = try rollups(.hour, of: "a")
        let days = try rollups(.day, of: "a")
        let raw = try rawTimes()
        let again = try history.prune(asOf: instant(9), retention: Self.retention)
        #expect(again == PruneCount())
        #expect(try rollups(.hour, of: "a") == hours)
        #expect(try rollups(.day, of: "a") == days)
        #expect(try rawTimes() == raw)
        #expect(days.map(\.count) == [Int64](repeating: 96, count: 9))
        #expect(days.allSatisfy { $0.increase == 0 })
    }

    @Test func `what is too old goes, and its rollups stay`() throws {
        let many = stride(from: Self.start, to: Self.start + 10 * Self.day, by: 15_000)
        let values = many.map { Double($0 % 7919) }
        let column = SampleColumn(series: Series(metric: "a"), times: Array(many), values: values)
        _ = try history.ingest(RecordBatch(columns: [column]), from: "node")
        let count = try history.prune(asOf: instant(10), retention: Self.retention)
        let left = try rawTimes()
        #expect(count.samples + left.count == 57_600)
        #expect(count.samples > 40_000)
        // Everything of the last two days is there.
        #expect(left.suffix(11_520).first == Self.start + 8 * Self.day)
        #expect(try rollups(.day, of: "a").reduce(0) { $0 + $1.count } == 57_600)
        // A late sample of a dropped time does not replace what is known of its hour.
        let late = SampleColumn(
            series: Series(metric: "a"),
            times: [Self.start + Self.hour / 2],
            values: [1]
        )
        let before = try rollups(.day, of: "a")
        _ = try history.ingest(RecordBatch(columns: [late]), from: "node")
        _ = try history.prune(asOf: instant(10, 1), retention: Self.retention)
        #expect(try rollups(.day, of: "a").prefix(9) == before.prefix(9))
    }

    @Test func `a late sample brings the rollups of its hour and day up to date`() throws {
        try ingest(days: 2, metric: "a")
        _ = try history.prune(asOf: instant(2), retention: SampleRetention())
        let late = SampleColumn(
            series: Series(metric: "a"),
            times: [Self.start + Self.hour + 60_000],
            values: [1000]
        )
        _ = try history.ingest(RecordBatch(columns: [late]), from: "node")
        _ = try history.prune(asOf: instant(2, 1), retention: SampleRetention())
        let hours = try rollups(.hour, of: "a")
        #expect(hours.map(\.count).prefix(3) == [4, 5, 4])
        #expect(hours[1].maximum == 1000)
        #expect(try rollups(.day, of: "a").map(\.count) == [97, 96])
    }

    @Test func `series without samples go, and their keys are looked up again`() throws {
        let list = SeriesList([Series(metric: "a"), Series(metric: "b")])
        let round = SampleRound(
            list: list,
            positions: [0, 1],
            times: [Self.start, Self.start],
            values: [.nan, .nan]
        )
        _ = try history.ingest(RecordBatch(rounds: [round]), from: "node")
        let count = try history.prune(asOf: instant(30), retention: Self.retention)
        #expect(count.series == 2)
        #expect(try history.series().isEmpty)
        let later = changed(round) { $0.times = [Self.start + 30 * Self.day, Self.start] }
        _ = try history.ingest(RecordBatch(rounds: [later]), from: "node")
        try history.fold()
        #expect(try history.series() == list.series)
    }

    @Test func `old attempts are thinned, what is known of the source stays`() throws {
        for minute in stride(from: Int64(0), to: 2 * 1440, by: 10) {
            let started = Instant(milliseconds: Self.start + minute * 60_000)
            let attempt = CollectionAttempt(
                started: started,
                finished: started,
                error: minute % 60 == 0 ? "no route" : nil,
                newestEvent: minute == 70 ? started : nil
            )
            try history.record(attempt, of: "node")
        }
        let before = try history.sources()
        let count = try history.prune(asOf: instant(30))
        // 288 attempts of two days: a success and a failure of each, and the newest event's.
        #expect(count.attempts == 288 - 5)
        #expect(try history.sources() == before)
    }

    @Test func `statistics count what is there`() throws {
        try ingest(days: 3, metric: "a")
        try ingest(days: 1, metric: "b")
        let shares = try history.statistics().shares
        // A column of 96 samples waits in the head.
        #expect(shares.map(\.metric) == ["a"])
        #expect(try history.statistics().headCount == 96)
        #expect(shares.first?.count == 288)
        #expect(shares.first?.last == instant(3))
    }

    @Test func `coverage says which intervals and which time are missing`() throws {
        // Every minute of ten, but for the fourth to the eighth.
        for minute in [0, 1, 2, 8, 9] as [Int64] {
            let started = Instant(milliseconds: Self.start + minute * 60_000)
            try history.record(CollectionAttempt(started: started, finished: started), of: "node")
        }
        let coverage = try #require(try history.statistics().coverage.first)
        #expect(coverage.share == 0.5)
        #expect(coverage.longestGap?.start == Instant(milliseconds: Self.start + 120_000))
        #expect(coverage.longestGap?.end == Instant(milliseconds: Self.start + 480_000))
    }

    @Test func `missing samples and the longest gap are told by source and metric`() throws {
        try history.register(source: "other", kind: "scrape", interval: 60)
        // Every 15 seconds of 2 hours: 480. Of "b" an hour from the 60th sample on is missing, in
        // one of its two series, and a sample in the other.
        func column(_ metric: String, _ number: Int, without missing: Range<Int>) -> SampleColumn {
            let steps = (0..<480).filter { !missing.contains($0) }
            return SampleColumn(
                series: Series(metric: metric, labels: [Label("n", "\(number)")]),
                times: steps.map { Self.start + Int64($0) * 15_000 + Int64($0 % 3) },
                values: steps.map { Double($0) }
            )
        }
        let whole = RecordBatch(columns: [column("a", 1, without: 0..<0)])
        _ = try history.ingest(whole, from: "node")
        let holes = RecordBatch(
            columns: [column("b", 1, without: 60..<300), column("b", 2, without: 100..<101)]
        )
        _ = try history.ingest(holes, from: "other")
        try history.fold()
        let samples = try history.statistics().samples
        #expect(samples.map(\.source) == ["node", "other"])
        #expect(samples.map(\.metric) == ["a", "b"])
        #expect(samples.map(\.count) == [480, 240 + 479])
        #expect(samples.map(\.due) == [480, 960])
        #expect(samples[0].longestGap == nil)
        // The fuller series lacks one sample, which is no gap of more than two steps.
        #expect(samples[1].longestGap == nil)
    }

    @Test(arguments: [false, true])
    func `a gap is found inside a chunk and between two`(isBetween: Bool) throws {
        let steps = Array(0..<600) + Array(1200..<1460)
        let columns = (isBetween ? [steps.prefix(600), steps.suffix(260)] : [steps[...]]).map {
            SampleColumn(
                series: Series(metric: "a"),
                times: $0.map { Self.start + Int64($0) * 15_000 },
                values: $0.map { Double($0) }
            )
        }
        for column in columns {
            _ = try history.ingest(RecordBatch(columns: [column]), from: "node")
        }
        let samples = try #require(try history.statistics().samples.first)
        let chunks = try history.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM chunks") }
        #expect(chunks == (isBetween ? 2 : 1))
        #expect(samples.count == 860 && samples.due == 1460)
        // From the 599th step, 2:29:45 after the start, to the 1200th, 5:00:00 after it.
        #expect(samples.longestGap?.start == Instant(milliseconds: Self.start + 8_985_000))
        #expect(samples.longestGap?.end == Instant(milliseconds: Self.start + 18_000_000))
    }
}
