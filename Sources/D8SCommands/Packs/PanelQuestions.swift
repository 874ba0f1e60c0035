import D8SAnalysis
import D8SModel
import D8SQuery

/// What the panels of a pack draw: the same query is asked once, and a range that would show no
/// more than the next shorter one is left out.
struct PanelQuestions {
    private struct Question: Hashable {
        let query: String
        let range: QueryRange
    }

    private let questions: PackQuestions
    private var answers: [Question: PackAnswer] = [:]
    /// Ranges in whose early part there is nothing.
    private var young: Set<Question> = []

    /// Panels that are asked of this engine, which alone has answered these measures already.
    init(_ questions: PackQuestions, answered measures: [MeasureReading]) {
        self.questions = questions
        // Of more series only what is to be judged was kept.
        for reading in measures where reading.fault == nil && reading.lines.count <= 500 {
            let question = Question(query: reading.measure.query, range: questions.times.night)
            answers[question] = PackAnswer(lines: reading.lines, warnings: reading.warnings)
        }
    }

    /// The values of a panel over each of the ranges that a page offers, longest first asked.
    mutating func reading(of panel: PackPanel) async -> PanelReading {
        var reading = PanelReading(panel: panel, spans: [])
        for (number, days) in PanelReading.days.enumerated().reversed() {
            let range = range(of: panel, days: days)
            let isShown = number == 0 || panel.kind == .week || !reading.spans.isEmpty
            let shorter = isShown ? nil : PanelReading.days[number - 1]
            do throws(QueryError) {
                guard let answer = try await answer(panel, over: range, beyond: shorter) else {
                    continue
                }
                let span = PanelReading.Span(
                    days: days,
                    window: Window(start: range.start, end: range.end),
                    step: range.step,
                    lines: answer.lines,
                    warnings: answer.warnings
                )
                reading.spans.insert(span, at: 0)
            } catch {
                reading.fault = "\(error)"
            }
        }
        return reading
    }

    /// About 180 to 290 values of a line, whatever the range; an hour where hours are told apart.
    private func range(of panel: PackPanel, days: Int) -> QueryRange {
        let times = questions.times
        let steps = [1: 300_000, 7: 3_600_000, 30: 14_400_000, 90: 43_200_000]
        let usual = panel.kind == .week ? 3_600_000 : steps[days] ?? 86_400_000
        return times.range(days: Int64(days), step: max(Int64(usual), times.step))
    }

    /// The values over a range; nil if there is none that is further back than so many days.
    ///
    /// That is looked at first, so that a young history is not read once more for nothing.
    private mutating func answer(
        _ panel: PackPanel,
        over range: QueryRange,
        beyond days: Int?
    ) async throws(QueryError) -> PackAnswer? {
        let question = Question(query: panel.query, range: range)
        let end = days.map { range.end.adding(seconds: -86_400 * Double($0) - 0.001) }
        if end != nil, young.contains(question) { return nil }
        if answers[question] == nil {
            answers[question] = try await answer(question, splitAt: end)
        }
        guard let answer = answers[question] else {
            young.insert(question)
            return nil
        }
        guard let end else { return answer }
        let isLonger = answer.lines.contains { ($0.times.first ?? .max) <= end.milliseconds }
        return isLonger ? answer : nil
    }

    /// The values of both sides of an instant; nil if there are none up to it.
    ///
    /// A query that may look at the ends of its range (`@ end()`, `range()`) is not cut in two.
    private func answer(
        _ question: Question,
        splitAt end: Instant?
    ) async throws(QueryError) -> PackAnswer? {
        let isOfEnds = question.query.contains("@") || question.query.contains("()")
        guard let end, !isOfEnds else {
            return try await questions.answer(question.query, over: question.range)
        }
        let range = question.range
        let early = QueryRange(start: range.start, end: end, step: range.step)
        let first = try await questions.answer(question.query, over: early)
        guard !first.lines.isEmpty else { return nil }
        let start = Instant(milliseconds: range.time(early.count))
        let late = QueryRange(start: start, end: range.end, step: range.step)
        let second = try await questions.answer(question.query, over: late)
        return PackAnswer(
            lines: Self.joined(first.lines, second.lines),
            warnings: Set(first.warnings + second.warnings).sorted()
        )
    }

    /// The values of the same series, one after the other.
    private static func joined(
        _ first: [MeasureReading.Line],
        _ second: [MeasureReading.Line]
    ) -> [MeasureReading.Line] {
        var joined = first
        let places = Dictionary(first.enumerated().map { ($1.series, $0) }) { first, _ in first }
        for line in second {
            if let place = places[line.series] {
                joined[place].times += line.times
                joined[place].values += line.values
            } else {
                joined.append(line)
            }
        }
        return joined.sorted { $0.series < $1.series }
    }
}
