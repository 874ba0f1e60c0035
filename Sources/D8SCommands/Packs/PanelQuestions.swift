import D8SAnalysis
import D8SModel
import D8SQuery

/// What the panels of a pack draw: all are asked together, the same query once, and a range that
/// would show no more than the next shorter one is left out.
struct PanelQuestions {
    /// A range in two parts: what is further back than the next shorter range, and the rest.
    private struct Halves {
        let whole: RangeQuestion
        let early: RangeQuestion
        let late: RangeQuestion
    }

    private let questions: PackQuestions
    private var answers: [RangeQuestion: Result<PackAnswer, QueryError>] = [:]
    /// Ranges in whose early part there is nothing.
    private var young: Set<RangeQuestion> = []

    /// Panels that are asked of this engine, which alone has answered these measures already.
    init(_ questions: PackQuestions, answered measures: [MeasureReading]) {
        self.questions = questions
        for reading in measures where reading.fault == nil {
            let query = reading.measure.query
            note(reading.lines, reading.warnings, RangeQuestion(query, over: questions.times.night))
            note(
                reading.week,
                reading.weekWarnings,
                RangeQuestion(query, over: questions.times.week)
            )
        }
    }

    /// Of more than 500 series only what is to be judged was kept.
    private mutating func note(
        _ lines: [MeasureReading.Line],
        _ warnings: [String],
        _ question: RangeQuestion
    ) {
        guard lines.count <= 500 else { return }
        answers[question] = .success(PackAnswer(lines: lines, warnings: warnings))
    }

    /// The values of panels over each of the ranges that a page offers, in the panels' order.
    mutating func readings(of panels: [PackPanel]) async -> [PanelReading] {
        var halves: [RangeQuestion: Halves] = [:]
        for half in panels.flatMap(self.halves) { halves[half.whole] = half }
        let found = await found(halves.values.sorted { $0.whole.isBefore($1.whole) })
        await ask(panels, besides: found)
        return panels.map(reading)
    }

    /// Looks first whether the long ranges have anything further back than the shorter ones, so
    /// that a young history is not read once more for nothing.
    private mutating func found(_ halves: [Halves]) async -> [(Halves, PackAnswer)] {
        let early = await questions.answers(to: halves.map(\.early))
        var found: [(Halves, PackAnswer)] = []
        for (halves, answer) in zip(halves, early) {
            switch answer {
            case .failure: answers[halves.whole] = answer
            case .success(let answer) where answer.lines.isEmpty: young.insert(halves.whole)
            case .success(let answer): found.append((halves, answer))
            }
        }
        return found
    }

    /// Asks everything else that the panels show, with the rest of what was found.
    private mutating func ask(
        _ panels: [PackPanel],
        besides found: [(halves: Halves, first: PackAnswer)]
    ) async {
        let known = Set(found.map(\.halves.whole)).union(answers.keys)
        let rest = Set(panels.flatMap { questions(of: $0, besides: known) })
            .sorted { $0.isBefore($1) }
        let answered = await questions.answers(to: found.map(\.halves.late) + rest)
        for ((halves, first), second) in zip(found, answered) {
            answers[halves.whole] = second.map { Self.joined(first, $0) }
        }
        for (question, answer) in zip(rest, answered.dropFirst(found.count)) {
            answers[question] = answer
        }
    }

    /// The ranges of a panel that are not known; of those that a young history does not fill, only
    /// the ones that are shown because a longer one is.
    private func questions(
        of panel: PackPanel,
        besides known: Set<RangeQuestion>
    ) -> [RangeQuestion] {
        var isShown = panel.kind == .week
        var wanted: [RangeQuestion] = []
        for days in PanelReading.days.reversed() {
            let question = question(panel, days: days)
            isShown = isShown || !young.contains(question)
            if isShown, !known.contains(question) { wanted.append(question) }
        }
        return wanted
    }

    private func reading(of panel: PackPanel) -> PanelReading {
        var reading = PanelReading(panel: panel, spans: [])
        for (number, days) in PanelReading.days.enumerated().reversed() {
            let question = question(panel, days: days)
            let isShown = number == 0 || panel.kind == .week || !reading.spans.isEmpty
            switch answers[question] {
            case .failure(let error): reading.fault = "\(error)"
            case .success(let answer)
            where isShown || answer.reaches(Self.end(of: question, beyond: number)):
                let range = question.range
                let span = PanelReading.Span(
                    days: days,
                    window: Window(start: range.start, end: range.end),
                    step: range.step,
                    lines: answer.lines,
                    warnings: answer.warnings
                )
                reading.spans.insert(span, at: 0)
            default: break
            }
        }
        return reading
    }

    /// The latest time in a range that the next shorter one does not show.
    private static func end(of question: RangeQuestion, beyond number: Int) -> Instant {
        let days = Double(PanelReading.days[max(0, number - 1)])
        return question.range.end.adding(seconds: -86_400 * days - 0.001)
    }

    /// About 180 to 290 values of a line, whatever the range; an hour where hours are told apart.
    private func question(_ panel: PackPanel, days: Int) -> RangeQuestion {
        let times = questions.times
        let steps = [1: 300_000, 7: 3_600_000, 30: 14_400_000, 90: 43_200_000]
        let usual = panel.kind == .week ? 3_600_000 : steps[days] ?? 86_400_000
        let range = times.range(days: Int64(days), step: max(Int64(usual), times.step))
        return RangeQuestion(panel.query, over: range)
    }

    /// The ranges whose early part is worth a look of its own: those of a month and more.
    private func halves(of panel: PackPanel) -> [Halves] {
        // A query that may look at the ends of its range is not cut in two.
        let isOfEnds = panel.query.contains("@") || panel.query.contains("()")
        guard panel.kind != .week, !isOfEnds else { return [] }
        return PanelReading.days.indices.dropFirst(2).compactMap { number in
            let whole = question(panel, days: PanelReading.days[number])
            guard answers[whole] == nil, !young.contains(whole) else { return nil }
            let range = whole.range
            let end = Self.end(of: whole, beyond: number)
            let early = QueryRange(start: range.start, end: end, step: range.step)
            let start = Instant(milliseconds: range.time(early.count))
            let late = QueryRange(start: start, end: range.end, step: range.step)
            return Halves(
                whole: whole,
                early: RangeQuestion(whole.expression, over: early),
                late: RangeQuestion(whole.expression, over: late)
            )
        }
    }

    private static func joined(_ first: PackAnswer, _ second: PackAnswer) -> PackAnswer {
        PackAnswer(
            lines: joined(first.lines, second.lines),
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

extension RangeQuestion {
    /// An order of questions, so that they are asked in the same one every night.
    fileprivate func isBefore(_ other: RangeQuestion) -> Bool {
        (expression, range.start, range.step)
            < (other.expression, other.range.start, other.range.step)
    }
}

extension PackAnswer {
    /// Whether there is a value up to an instant.
    fileprivate func reaches(_ instant: Instant) -> Bool {
        lines.contains { ($0.times.first ?? .max) <= instant.milliseconds }
    }
}
