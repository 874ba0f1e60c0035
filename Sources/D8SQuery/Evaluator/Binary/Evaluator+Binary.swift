internal import D8SModel

extension Evaluator {
    mutating func binary(
        _ operation: BinaryOperation,
        _ steps: Steps
    ) throws(QueryError) -> StepValue {
        let left = try evaluate(operation.left, steps)
        let right = try evaluate(operation.right, steps)
        switch (left, right) {
        case (.scalar(let left), .scalar(let right)):
            let function = operation.operator.function
            return .scalar(zip(left, right).map { function($0, $1) })
        case (.vector(let vector), .scalar(let numbers)):
            return .vector(Self.combine(vector, numbers, operation, isVectorLeft: true))
        case (.scalar(let numbers), .vector(let vector)):
            return .vector(Self.combine(vector, numbers, operation, isVectorLeft: false))
        case (.vector(let left), .vector(let right)):
            return .vector(try VectorMatch(operation, steps).combine(left, right))
        default: throw .evaluation(reason: "an operator stands between texts")
        }
    }

    private static func combine(
        _ vector: StepVector,
        _ numbers: [Double],
        _ operation: BinaryOperation,
        isVectorLeft: Bool
    ) -> StepVector {
        var result = vector
        let sign = operation.operator
        let isFilter = sign.isComparison && !operation.isBool
        let function = sign.function
        for column in result.columns.indices {
            if !isFilter { result.columns[column].dropsName = true }
            for step in numbers.indices {
                let value = result.columns[column].values[step]
                guard !value.isAbsent else { continue }
                let number = numbers[step]
                let outcome = isVectorLeft ? function(value, number) : function(number, value)
                if !isFilter {
                    result.columns[column].values[step] = outcome
                } else if outcome == 0 {
                    result.columns[column].values[step] = .absent
                }
            }
        }
        if isFilter { result.columns.removeAll(where: \.isEmpty) }
        return result
    }
}
