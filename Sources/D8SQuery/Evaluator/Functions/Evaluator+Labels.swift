internal import D8SModel

/// Functions that change the labels of a vector.
extension Evaluator {
    mutating func labelReplace(
        _ call: FunctionCall,
        _ steps: Steps
    ) throws(QueryError) -> StepVector {
        let target = try labelName(call.arguments[1], "destination", in: "label_replace")
        let template = try text(call.arguments[2]).repaired
        let source = try text(call.arguments[3]).repaired
        let pattern = try text(call.arguments[4]).repaired
        let replacement: TextReplacement
        do throws(RegexFault) {
            replacement = try TextReplacement(pattern)
        } catch {
            throw .evaluation(
                reason: "invalid regular expression in label_replace(): \(pattern)"
            )
        }
        return try relabelled(try argument(call, 0, steps), target) { series in
            replacement.replace(series.text(of: source), by: template)
        }
    }

    mutating func labelJoin(
        _ call: FunctionCall,
        _ steps: Steps
    ) throws(QueryError) -> StepVector {
        let separator = try text(call.arguments[2]).repaired
        var sources: [String] = []
        for argument in call.arguments.dropFirst(3) {
            sources.append(try labelName(argument, "source", in: "label_join"))
        }
        let target = try labelName(call.arguments[1], "destination", in: "label_join")
        return try relabelled(try argument(call, 0, steps), target) { series in
            sources.map { series.text(of: $0) }.joined(separator: separator)
        }
    }

    private func labelName(
        _ argument: Expression,
        _ role: String,
        in function: String
    ) throws(QueryError) -> String {
        let literal = try text(argument)
        guard let name = literal.text, !name.isEmpty else {
            throw .evaluation(
                reason: "invalid \(role) label name in \(function)(): \(literal.repaired)"
            )
        }
        return name
    }

    private func relabelled(
        _ vector: StepVector,
        _ target: String,
        _ value: (Series) -> String?
    ) throws(QueryError) -> StepVector {
        var vector = vector
        for column in vector.columns.indices {
            guard let text = value(vector.columns[column].series) else { continue }
            vector.columns[column].series =
                vector.columns[column].series.setting(target, to: text)
            if target == "__name__" { vector.columns[column].dropsName = false }
        }
        return try vector.merged()
    }
}
