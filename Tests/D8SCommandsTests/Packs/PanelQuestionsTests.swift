import D8SAnalysis
import D8SModel
import D8SQuery
import Synchronization
import Testing

@testable import D8SCommands

struct PanelQuestionsTests {
    /// Answers from memory, and remembers what it was asked.
    private final class Listener: QueryEngine {
        let engine: EmbeddedEngine
        let asked = Mutex<[String]>([])

        init(_ engine: EmbeddedEngine) { self.engine = engine }

        func instant(_ expression: String, at: Instant) async throws(QueryError) -> QueryAnswer {
            try await engine.instant(expression, at: at)
        }

        func range(
            _ expression: String,
            over range: QueryRange
        ) async throws(QueryError) -> QueryAnswer {
            asked.withLock { $0.append(expression) }
            return try await engine.range(expression, over: range)
        }
    }

    private let asOf = Instant(seconds: 1_800_000_000)

    /// A gauge with a value every five minutes for so many hours, which counts the minutes since
    /// the as-of instant backwards.
    private func engine(hours: Int) -> Listener {
        let times = (0..<(hours * 12)).reversed().map { asOf.milliseconds - Int64($0) * 300_000 }
        let column = SampleColumn(
            series: Series(metric: "load", labels: [Label("host", "a")]),
            times: times,
            values: times.map { Double(asOf.milliseconds - $0) / 60_000 }
        )
        return Listener(EmbeddedEngine(MemoryStorage([column])))
    }

    private func questions(_ engine: Listener) -> PanelQuestions {
        PanelQuestions(pack(engine), answered: [])
    }

    private func pack(_ engine: Listener) -> PackQuestions {
        let place = QueryPlace(holdsEvents: true) { _ in engine }
        return PackQuestions(times: PackTimes(asOf: asOf, samplesADay: 288), place: place)
    }

    private func panel(
        _ kind: PackPanel.Kind = .timeseries,
        query: String = "max_over_time(load[$window])"
    ) -> PackPanel {
        PackPanel(id: "load", title: "Load", kind: kind, query: query, unit: .count)
    }

    @Test(arguments: [
        (0, [1]), (12, [1]), (42, [1, 7]), (24 * 8, [1, 7, 30]), (24 * 40, [1, 7, 30, 90]),
    ])
    func `ranges are offered as far back as there is more to see`(
        hours: Int,
        days: [Int]
    ) async {
        var questions = questions(engine(hours: hours))
        let reading = await questions.reading(of: panel())
        #expect(reading.spans.map(\.days) == days)
        #expect(reading.fault == nil)
    }

    @Test func `days of the week are told by all the time there is`() async {
        var questions = questions(engine(hours: 42))
        let reading = await questions.reading(of: panel(.week))
        #expect(reading.spans.map(\.days) == [1, 7, 30, 90])
    }

    @Test(arguments: ["max_over_time(load[$window])", "load", "load and load @ end()"])
    func `a range that is asked in two parts has the values of the whole`(
        query: String
    ) async throws {
        let engine = engine(hours: 42)
        var questions = questions(engine)
        let panel = panel(query: query)
        let span = try #require(await questions.reading(of: panel).spans.last)
        #expect(span.days == 7)
        let range = QueryRange(start: span.window.start, end: span.window.end, step: span.step)
        #expect(try await pack(engine).answer(query, over: range).lines == span.lines)
        #expect(span.lines.first?.values.count == 42)
    }

    @Test func `panels of the same query ask it once`() async {
        let engine = engine(hours: 42)
        var questions = questions(engine)
        let first = await questions.reading(of: panel())
        let count = engine.asked.withLock { $0.count }
        let second = await questions.reading(of: panel(.gauge))
        #expect(first.spans == second.spans)
        #expect(engine.asked.withLock { $0.count } == count)
    }
}
