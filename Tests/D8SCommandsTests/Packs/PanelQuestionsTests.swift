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
            try await engine.range(expression, over: range)
        }

        func answers(
            to questions: [RangeQuestion]
        ) async -> [Result<QueryAnswer, QueryError>] {
            asked.withLock { $0 += questions.map(\.expression) }
            return await engine.answers(to: questions)
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

    private func reading(of panel: PackPanel, hours: Int) async throws -> PanelReading {
        var questions = questions(engine(hours: hours))
        return try #require(await questions.readings(of: [panel]).first)
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
    ) async throws {
        let reading = try await reading(of: panel(), hours: hours)
        #expect(reading.spans.map(\.days) == days)
        #expect(reading.fault == nil)
    }

    @Test func `days of the week are told by all the time there is`() async throws {
        let reading = try await reading(of: panel(.week), hours: 42)
        #expect(reading.spans.map(\.days) == [1, 7, 30, 90])
    }

    @Test(
        arguments: ["max_over_time(load[$window])", "load", "load and load @ end()"],
        [(hours: 42, days: 7, count: 42), (hours: 192, days: 30, count: 48)]
    )
    func `a range that is asked in two parts has the values of the whole`(
        query: String,
        history: (hours: Int, days: Int, count: Int)
    ) async throws {
        let reading = try await reading(of: panel(query: query), hours: history.hours)
        let span = try #require(reading.spans.last)
        #expect(span.days == history.days)
        let range = QueryRange(start: span.window.start, end: span.window.end, step: span.step)
        let whole = try await pack(engine(hours: history.hours)).answer(query, over: range)
        #expect(whole.lines == span.lines)
        #expect(span.lines.first?.values.count == history.count)
    }

    @Test func `panels of the same query ask it once`() async {
        let engine = engine(hours: 42)
        var questions = questions(engine)
        let first = await questions.readings(of: [panel(), panel(.stat)])
        let count = engine.asked.withLock { $0.count }
        #expect(first.map(\.spans.count) == [2, 2])
        // The early parts of 30 and of 90 days, then the week and the day.
        #expect(count == 4)
        let second = await questions.readings(of: [panel(.gauge)])
        #expect(first.first?.spans == second.first?.spans)
        #expect(engine.asked.withLock { $0.count } == count)
    }
}
