package import D8SModel

/// Answers PromQL from samples that are at hand.
///
/// The semantics are those of Prometheus 3, with the name of a metric removed at the end of an
/// evaluation (its `promql-delayed-name-removal`), so that operators still see it.
package struct EmbeddedEngine: QueryEngine {
    private let storage: any SampleStorage
    private let settings: EngineSettings

    package init(_ storage: any SampleStorage, settings: EngineSettings = EngineSettings()) {
        self.storage = storage
        self.settings = settings
    }

    package func instant(
        _ expression: String,
        at instant: Instant
    ) async throws(QueryError) -> QueryAnswer {
        let parsed = try Expression.parse(expression)
        let steps = Steps(start: try Self.time(instant), step: 0, count: 1)
        var evaluator = Evaluator(expression, steps, storage: storage, settings: settings)
        let value = try evaluator.instant(parsed)
        return QueryAnswer(value: value, notes: evaluator.notes)
    }

    package func range(
        _ expression: String,
        over range: QueryRange
    ) async throws(QueryError) -> QueryAnswer {
        guard var evaluation = try evaluation(RangeQuestion(expression, over: range)) else {
            return QueryAnswer(value: .matrix([]))
        }
        return try evaluation.answer()
    }

    package func answers(
        to questions: [RangeQuestion]
    ) async -> [Result<QueryAnswer, QueryError>] {
        var shared = SharedReading(storage: storage, settings: settings)
        var waiting: [(number: Int, evaluation: RangeEvaluation)] = []
        let none = QueryAnswer(value: .matrix([]))
        var answers = [Result<QueryAnswer, QueryError>](
            repeating: .success(none),
            count: questions.count
        )
        for (number, question) in questions.enumerated() {
            do throws(QueryError) {
                guard let evaluation = try evaluation(question) else { continue }
                try shared.add(number, evaluation.reads())
                waiting.append((number, evaluation))
            } catch {
                answers[number] = .failure(error)
            }
        }
        for part in shared.parts {
            let known = shared.read(part)
            for (number, evaluation) in waiting where part.contains(number) {
                var evaluation = evaluation
                evaluation.evaluator.known = known
                answers[number] = Self.result(evaluation)
            }
        }
        return answers
    }

    private static func result(_ evaluation: RangeEvaluation) -> Result<QueryAnswer, QueryError> {
        var evaluation = evaluation
        do throws(QueryError) {
            return .success(try evaluation.answer())
        } catch {
            return .failure(error)
        }
    }

    /// How a question is answered; nil if there is no instant in its range.
    private func evaluation(
        _ question: RangeQuestion
    ) throws(QueryError) -> RangeEvaluation? {
        let range = question.range
        let parsed = try Expression.parse(question.expression)
        guard parsed.type == .scalar || parsed.type == .vector else {
            throw .evaluation(
                reason: "invalid expression type \"\(parsed.type.rawValue)\" for range query, "
                    + "must be Scalar or instant Vector"
            )
        }
        guard range.count <= settings.mostSteps else {
            throw .tooMuch(
                what: "points per series",
                count: range.count,
                limit: settings.mostSteps
            )
        }
        guard range.count > 0 else { return nil }
        let steps = Steps(
            start: try Self.time(range.start),
            step: range.step,
            count: range.count
        )
        let evaluator = Evaluator(
            question.expression,
            steps,
            end: try Self.time(range.end),
            storage: storage,
            settings: settings
        )
        return RangeEvaluation(expression: parsed, evaluator: evaluator)
    }

    /// Times that leave room for every offset of an expression.
    private static func time(_ instant: Instant) throws(QueryError) -> Int64 {
        guard instant.milliseconds.magnitude < 1 << 60 else {
            throw .evaluation(reason: "the time is out of bounds")
        }
        return instant.milliseconds
    }

}
