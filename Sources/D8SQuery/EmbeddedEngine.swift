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
        return Self.answer(value, evaluator.notes)
    }

    package func range(
        _ expression: String,
        over range: QueryRange
    ) async throws(QueryError) -> QueryAnswer {
        let parsed = try Expression.parse(expression)
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
        guard range.count > 0 else { return QueryAnswer(value: .matrix([])) }
        let steps = Steps(
            start: try Self.time(range.start),
            step: range.step,
            count: range.count
        )
        var evaluator = Evaluator(
            expression,
            steps,
            end: try Self.time(range.end),
            storage: storage,
            settings: settings
        )
        let value = try evaluator.matrix(parsed)
        return Self.answer(value, evaluator.notes)
    }

    /// Times that leave room for every offset of an expression.
    private static func time(_ instant: Instant) throws(QueryError) -> Int64 {
        guard instant.milliseconds.magnitude < 1 << 60 else {
            throw .evaluation(reason: "the time is out of bounds")
        }
        return instant.milliseconds
    }

    private static func answer(_ value: QueryValue, _ notes: Notes) -> QueryAnswer {
        QueryAnswer(
            value: value,
            warnings: notes.warnings.sorted(),
            infos: notes.infos.sorted()
        )
    }
}
