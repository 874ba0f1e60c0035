import D8SModel
import D8SQuery
import Synchronization
import Testing

struct SharedAnswersTests {
    /// A storage that counts how often it is read.
    private final class Counted: LayeredStorage {
        let base: any SampleStorage
        let reads = Mutex(0)

        init(_ base: MemoryStorage) { self.base = base }

        func forEachSeries(
            _ selector: SeriesSelector,
            from: Instant,
            to: Instant,
            _ body: (Series, ArraySlice<Int64>, ArraySlice<Double>) throws -> Void
        ) throws -> [String] {
            reads.withLock { $0 += 1 }
            return try base.forEachSeries(selector, from: from, to: to, body)
        }
    }

    private static let end: Int64 = 1_800_000_000_000
    private static let day: Int64 = 86_400_000

    /// Two metrics of four series each, three days long, a sample every five minutes; one is not
    /// there on the second day.
    private func storage(_ rollups: MemoryStorage.Rollups? = nil) -> Counted {
        var columns: [SampleColumn] = []
        for metric in ["work_total", "load"] {
            for number in 0..<4 { columns.append(column(metric, number)) }
        }
        return Counted(MemoryStorage(columns, rollups: rollups))
    }

    private func column(_ metric: String, _ number: Int) -> SampleColumn {
        let gap = Self.end - 2 * Self.day...Self.end - Self.day
        var times: [Int64] = []
        var values: [Double] = []
        for step in 1...864 {
            let time = Self.end - 3 * Self.day + Int64(step) * 300_000
            if number == 3, gap.contains(time) { continue }
            let hours = Double(time % Self.day) / 3_600_000
            times.append(time)
            values.append(Double(number + 1) * (hours * hours + Double(time % 7_000)) / 13)
        }
        let labels = [Label("host", "h\(number)"), Label("job", "j\(number % 2)")]
        let series = Series(metric: metric, labels: labels)
        return SampleColumn(series: series, times: times, values: values)
    }

    private func range(days: Int64, step: Int64, until: Int64 = end) -> QueryRange {
        QueryRange(
            start: Instant(milliseconds: until - days * Self.day),
            end: Instant(milliseconds: until),
            step: step
        )
    }

    private static let queries = [
        "load", "load{job=\"j1\"}", "sum by (job) (load)", "avg(load) - min(load)",
        "sum without (host) (rate(work_total[30m]))", "rate(work_total[30m])", "rate(load[1h])",
        "max by (host) (max_over_time(load[2h]))", "max_over_time(load[2h])",
        "stddev(min_over_time(load[1h] offset 6h))", "count(load offset 2d)",
        "group(last_over_time(load[1h]))", "last_over_time(load[1h])",
        "avg by (job) (avg_over_time(load[1h] @ end()))", "absent_over_time(load{host=\"h3\"}[1h])",
        "count(absent_over_time(load{host=\"h9\"}[1h]))", "timestamp(load)",
        "quantile_over_time(0.9, load[2h])", "sum(quantile_over_time(0.9, load[2h]))",
        "topk(2, sum by (host) (rate(work_total[1h])))", "max_over_time(sum(load)[2h:10m])",
        "sum(nothing)", "sum(rate(work_total[5m])) / on () group_left () sum(load)",
    ]

    private var ranges: [QueryRange] {
        [
            range(days: 1, step: 300_000), range(days: 2, step: 3_600_000),
            range(days: 1, step: 3_600_000, until: Self.end - Self.day),
        ]
    }

    private func questions(_ queries: [String] = queries) -> [RangeQuestion] {
        queries.flatMap { query in ranges.map { RangeQuestion(query, over: $0) } }
    }

    /// Whether each question has the answer that it has alone, number by number and word by word.
    private func expectSame(_ engine: EmbeddedEngine, _ questions: [RangeQuestion]) async {
        let together = await engine.answers(to: questions)
        #expect(together.count == questions.count)
        for (question, answer) in zip(questions, together) {
            var alone: Result<QueryAnswer, QueryError>
            do throws(QueryError) {
                alone = .success(
                    try await engine.range(question.expression, over: question.range)
                )
            } catch {
                alone = .failure(error)
            }
            #expect("\(answer)" == "\(alone)", "\(question.expression)")
        }
    }

    @Test func `questions that are asked together have the answers that each has alone`() async {
        await expectSame(EmbeddedEngine(storage()), questions())
    }

    @Test func `rollups stand in for samples that are gone, as for each alone`() async {
        let rollups = MemoryStorage.Rollups(
            steps: [3_600_000],
            rawStart: Instant(milliseconds: Self.end - Self.day)
        )
        await expectSame(EmbeddedEngine(storage(rollups)), questions())
    }

    @Test func `a wrong question fails alone`() async {
        let engine = EmbeddedEngine(storage())
        let answers = await engine.answers(
            to: questions(["load", "load[", "sum(load) by", "load[5m]", "max(load)"])
        )
        #expect(
            answers.map { (try? $0.get()) != nil }
                == [true, false, false, false, true].flatMap { [$0, $0, $0] }
        )
    }

    @Test func `too much for one question is too much for it together with others`() async {
        var settings = EngineSettings()
        settings.mostSamples = 2_000
        await expectSame(
            EmbeddedEngine(storage(), settings: settings),
            questions(["max(load)", "max_over_time(load[2h])", "sum(load)"])
        )
    }

    @Test func `series are read once for all that is asked of them`() async {
        let storage = storage()
        let queries = ["max(load)", "min_over_time(load[1h])", "load", "sum(rate(load[2h]))"]
        _ = await EmbeddedEngine(storage).answers(to: questions(queries))
        #expect(storage.reads.withLock { $0 } == 1)
    }

    @Test func `what lies far apart in time is not read in between`() async {
        let storage = storage()
        let ranges = [0, 2].map { days in
            range(days: 1, step: 3_600_000, until: Self.end - days * Self.day)
        }
        _ = await EmbeddedEngine(storage).answers(
            to: ranges.map { RangeQuestion("max(load)", over: $0) }
        )
        #expect(storage.reads.withLock { $0 } == 2)
    }
}
