import D8SModel
import Testing

@testable import D8SQuery

/// Raw samples are kept for the last 10 of 40 days; before these there are hours and days.
///
/// The samples of a counter that grows by 2 every minute, and of a gauge that goes from 0 to 59
/// each hour, make every expected number one of simple arithmetic.
struct RollupQueryTests {
    private static let hour: Int64 = 3_600_000
    private static let days: Int64 = 40
    private static let end = Instant(milliseconds: days * 24 * hour)
    private static let rawStart = Instant(milliseconds: 30 * 24 * hour)

    private static let engine: EmbeddedEngine = {
        let minutes = Int64(days * 24 * 60)
        let times = (1...minutes).map { $0 * 60_000 }
        let counter = SampleColumn(
            series: Series(metric: "requests_total"),
            times: times,
            values: times.map { Double($0 / 30_000) }
        )
        let gauge = SampleColumn(
            series: Series(metric: "queue"),
            times: times,
            values: times.map { Double(($0 / 60_000 - 1) % 60) }
        )
        let rollups = MemoryStorage.Rollups(steps: [hour, 24 * hour], rawStart: rawStart)
        return EmbeddedEngine(MemoryStorage([counter, gauge], rollups: rollups))
    }()

    /// The day on which it is asked, and what is answered then.
    @Test(
        arguments: [
            ("rate(requests_total[1h])", 5, 2.0 / 60), ("rate(requests_total[5m])", 5, 2.0 / 60),
            ("increase(requests_total[5m])", 5, 10), ("increase(requests_total[10d])", 15, 28_800),
            ("increase(requests_total[20d])", 40, 57_600),
            ("increase(requests_total[35d])", 40, 100_800), ("min_over_time(queue[1h])", 5, 0),
            ("max_over_time(queue[5m])", 5, 59), ("avg_over_time(queue[12h])", 20, 29.5),
            ("sum_over_time(queue[2h])", 20, 3540), ("count_over_time(queue[30d])", 35, 43_200),
            ("last_over_time(requests_total[1h])", 5, 14_400), ("requests_total", 5, 14_400),
            ("requests_total", 40, 115_200), ("timestamp(queue)", 20, 1_728_000),
            ("quantile_over_time(1, queue[6h])", 20, 59),
        ] as [(String, Int64, Double)]
    )
    func `what is older than raw samples is answered from rollups, which the answer says`(
        expression: String,
        day: Int64,
        expected: Double
    ) async throws {
        let time = Instant(milliseconds: day * 24 * Self.hour)
        let answer = try await Self.engine.instant(expression, at: time)
        guard case .vector(let samples) = answer.value, let first = samples.first else {
            Issue.record("no answer")
            return
        }
        #expect((first.value - expected).magnitude < 1e-6, "\(first.value)")
        #expect(answer.warnings.isEmpty == (expression == "requests_total" && day == 40))
    }

    @Test func `a range that begins among rollups and ends among raw samples has no seam`()
        async throws
    {
        let range = QueryRange(
            start: Self.rawStart.adding(seconds: -864_000),
            end: Self.end,
            step: Self.hour
        )
        for expression in ["rate(requests_total[6h])", "avg_over_time(queue[6h])"] {
            let answer = try await Self.engine.range(expression, over: range)
            guard case .matrix(let all) = answer.value, let series = all.first else {
                Issue.record("no answer")
                return
            }
            #expect(series.values.count == range.count)
            let wanted = expression.hasPrefix("rate") ? 2.0 / 60 : 29.5
            #expect(series.values.allSatisfy { ($0 - wanted).magnitude < 1e-9 })
            #expect(answer.warnings.count == 1)
            #expect(answer.warnings.first?.contains("rollups of 1h") == true)
        }
    }

    @Test func `raw samples alone are no reason to warn`() async throws {
        let answer = try await Self.engine.instant("rate(requests_total[1d])", at: Self.end)
        #expect(answer.warnings.isEmpty)
    }
}
