import D8SHistory
import D8SModel
import D8SQuery
import D8STestSupport
import Foundation
import Testing

@testable import D8SCommands

/// PromQL over a history in a file, against the same over samples in memory.
struct HistoryStorageTests {
    private static let start: Int64 = 1_793_491_200_000
    private static let hour: Int64 = 3_600_000

    /// Samples every five minutes for twelve days, some of them stale.
    private static let columns: [SampleColumn] = {
        var columns: [SampleColumn] = []
        for (number, instance) in ["a:1", "b:2", "ü"].enumerated() {
            for metric in ["requests_total", "queue", "unasked"] {
                let labels = [Label("instance", instance), Label("zone", "z\(number % 2)")]
                let series = Series(metric: metric, labels: labels)
                var column = SampleColumn(series: series, times: [], values: [])
                for step in 1...(12 * 288) {
                    column.times.append(start + Int64(step) * 300_000 + Int64(number))
                    let isStale = number == 2 && step % 500 > 480
                    let value = metric == "queue" ? step * 7919 % 101 : step % 1000 * (number + 1)
                    column.values.append(isStale ? .staleMarker : Double(value))
                }
                columns.append(column)
            }
        }
        return columns
    }()

    private let history: History

    init() throws {
        history = try History.inMemory()
        try history.register(source: "node", kind: "scrape", interval: 300)
        _ = try history.ingest(RecordBatch(columns: Self.columns), from: "node")
    }

    private static func instant(_ days: Int64) -> Instant {
        Instant(milliseconds: start + days * 24 * hour)
    }

    private static let range = QueryRange(
        start: Instant(milliseconds: start + 7),
        end: instant(12),
        step: 2 * hour
    )

    static let expressions = [
        "queue", "rate(requests_total[1h])", "sum by (zone) (increase(requests_total[6h]))",
        "max_over_time(queue{instance=~\"a.*|ü\"}[30m])", "{instance=\"b:2\",__name__!=\"queue\"}",
        "quantile_over_time(0.9, queue[2h] offset 1h)", "{__name__=~\"q.*\"} > 50",
        "avg_over_time(queue{zone!=\"z0\"}[1h:10m])", "count(requests_total) or vector(0)",
        "nothing",
    ]

    @Test(arguments: expressions)
    func `the history answers as its samples do`(expression: String) async throws {
        let stored = EmbeddedEngine(HistoryStorage(history: history))
        let plain = EmbeddedEngine(MemoryStorage(Self.columns))
        let answer = try await stored.range(expression, over: Self.range)
        let expected = try await plain.range(expression, over: Self.range)
        #expect(answer.json == expected.json)
        let instant = try await stored.instant(expression, at: Self.instant(5))
        #expect(instant.json == (try await plain.instant(expression, at: Self.instant(5))).json)
    }

    @Test func `only the series and the time that are asked for are read`() throws {
        let selector = try SeriesSelector([
            LabelMatcher("__name__", .equal, "queue"), LabelMatcher("zone", .matches, "z[01]"),
        ])
        var times: [String: Range<Int64>] = [:]
        let damage = try HistoryStorage(history: history).forEachSeries(
            selector,
            from: Self.instant(3),
            to: Self.instant(4)
        ) { series, read, values in
            #expect(read.count == values.count)
            times[series.description] = (read.first ?? 0)..<(read.last ?? 0)
        }
        #expect(damage.isEmpty)
        #expect(times.count == 3)
        let bounds = Self.instant(3).milliseconds...Self.instant(4).milliseconds
        for (series, range) in times {
            #expect(series.hasPrefix("queue{"))
            #expect(bounds.contains(range.lowerBound) && bounds.contains(range.upperBound))
        }
    }

    @Test func `what was pruned is answered from rollups, with a warning`() async throws {
        let retention = SampleRetention(raw: 3 * 86_400, hourly: 30 * 86_400)
        let before = EmbeddedEngine(HistoryStorage(history: history))
        let expression = "max_over_time(queue{instance=\"a:1\"}[12h])"
        let raw = try await before.range(expression, over: Self.range)
        _ = try history.prune(asOf: Self.instant(12), retention: retention)
        let after = EmbeddedEngine(HistoryStorage(history: history))
        let rolled = try await after.range(expression, over: Self.range)
        #expect(raw.warnings.isEmpty)
        #expect(rolled.warnings.count == 1)
        #expect(rolled.warnings.first?.contains("rollups of 1h") == true, "\(rolled.warnings)")
        guard case .matrix(let old) = raw.value, case .matrix(let new) = rolled.value else {
            Issue.record("no matrix")
            return
        }
        // Hours are whole here, so nearly every maximum of twelve of them is that of the samples.
        let same = zip(old[0].values, new[0].values).count { $0 == $1 }
        #expect(old[0].values.count - new[0].values.count <= 1)
        #expect(same >= old[0].values.count - 15, "\(same) of \(old[0].values.count)")
        let recent = try await after.instant("queue", at: Self.instant(12))
        #expect(recent.warnings.isEmpty)
    }
}
