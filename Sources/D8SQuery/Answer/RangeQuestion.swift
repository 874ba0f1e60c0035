/// An expression, and the range over which it is asked.
package struct RangeQuestion: Hashable, Sendable {
    package let expression: String
    package let range: QueryRange

    package init(_ expression: String, over range: QueryRange) {
        self.expression = expression
        self.range = range
    }
}

extension QueryEngine {
    /// The answers to several questions, in their order, each as `range(_:over:)` gives it.
    package func answers(
        to questions: [RangeQuestion]
    ) async -> [Result<QueryAnswer, QueryError>] {
        var answers: [Result<QueryAnswer, QueryError>] = []
        for question in questions {
            do throws(QueryError) {
                answers.append(
                    .success(try await range(question.expression, over: question.range))
                )
            } catch {
                answers.append(.failure(error))
            }
        }
        return answers
    }
}
