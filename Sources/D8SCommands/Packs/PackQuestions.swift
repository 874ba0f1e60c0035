import D8SAnalysis
import D8SModel
import D8SQuery

/// The queries of one pack, asked at one place.
struct PackQuestions {
    let times: PackTimes
    private let place: QueryPlace
    private let engine: any QueryEngine

    init(times: PackTimes, place: QueryPlace) {
        self.times = times
        self.place = place
        engine = place.engine(times.lookback)
    }

    /// The values of a measure over the night, and over the week.
    func reading(of measure: PackMeasure, pack: String) async -> MeasureReading {
        let night = times.night
        var reading = MeasureReading(
            pack: pack,
            measure: measure,
            window: Window(start: night.start, end: night.end),
            step: night.step,
            rateWindow: times.rateWindow(step: night.step),
            lines: []
        )
        do throws(QueryError) {
            let answers = await self.answers(
                to: [night, times.week].map { RangeQuestion(measure.query, over: $0) }
            )
            let answer = try answers[0].get()
            reading.lines = Self.slim(answer.lines, of: measure)
            reading.warnings = answer.warnings
            let week = try answers[1].get()
            reading.week = Self.slim(week.lines, of: measure)
            reading.weekWarnings = week.warnings
        } catch {
            reading.fault = "\(error)"
        }
        return reading
    }

    /// The values of a measure over the last weeks, by the hour.
    func weeks(
        of measure: PackMeasure,
        in window: TrendWindow
    ) async throws(QueryError) -> [MeasureReading.Line] {
        let range = QueryRange(start: window.start, end: window.end, step: TrendWindow.step)
        return try await answer(measure.query, over: range).lines
    }

    /// The same with the last value only of series that never went beyond a limit, if there are so
    /// many that keeping all would take room: they are judged the same.
    private static func slim(
        _ lines: [MeasureReading.Line],
        of measure: PackMeasure
    ) -> [MeasureReading.Line] {
        guard lines.count > 500 else { return lines }
        return lines.map { line in
            let isCalm = !line.values.contains { value in
                measure.thresholds.contains { $0.isEntered(by: value) }
            }
            guard isCalm, let last = line.values.lastIndex(where: { !$0.isNaN }) else {
                return line
            }
            return MeasureReading.Line(
                series: line.series,
                times: [line.times[last]],
                values: [line.values[last]]
            )
        }
    }

    /// Nothing where the query is about what the place does not hold.
    func answer(
        _ query: String,
        over range: QueryRange
    ) async throws(QueryError) -> PackAnswer {
        try await answers(to: [RangeQuestion(query, over: range)])[0].get()
    }

    /// The same for several queries of the pack, as they are written in it.
    func answers(
        to questions: [RangeQuestion]
    ) async -> [Result<PackAnswer, QueryError>] {
        let asked = questions.filter { place.answers($0.expression) }
        let found = await engine.answers(
            to: asked.map { question in
                let window = times.rateWindow(step: question.range.step)
                let text = PackQuery(question.expression).text(window: window)
                return RangeQuestion(text, over: question.range)
            }
        )
        let answers = Dictionary(zip(asked, found)) { first, _ in first }
        return questions.map { question in
            answers[question]?.map(Self.answer) ?? .success(PackAnswer(lines: [], warnings: []))
        }
    }

    private static func answer(_ answer: QueryAnswer) -> PackAnswer {
        guard case .matrix(let series) = answer.value else {
            return PackAnswer(lines: [], warnings: answer.warnings)
        }
        let lines = series.map {
            MeasureReading.Line(series: $0.series, times: $0.times, values: $0.values)
        }
        return PackAnswer(
            lines: lines.sorted { $0.series < $1.series },
            warnings: answer.warnings
        )
    }
}
