/// A question about a range that is ready to be answered.
struct RangeEvaluation {
    let expression: Expression
    var evaluator: Evaluator

    mutating func answer() throws(QueryError) -> QueryAnswer {
        let value = try evaluator.matrix(expression)
        return QueryAnswer(value: value, notes: evaluator.notes)
    }

    /// What it reads of raw samples; notes come when it is answered.
    func reads() throws(QueryError) -> [SampleRead] {
        var evaluator = evaluator
        return try evaluator.reads(of: expression)
    }
}

extension QueryAnswer {
    init(value: QueryValue, notes: Notes) {
        self.init(
            value: value,
            warnings: notes.warnings.sorted(),
            infos: notes.infos.sorted()
        )
    }
}
