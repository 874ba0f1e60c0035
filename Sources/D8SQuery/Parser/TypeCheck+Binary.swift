extension TypeCheck {
    static func check(
        _ operation: BinaryOperation,
        in expression: Expression
    ) throws(SyntaxFault) {
        try check(operation.left)
        try check(operation.right)
        let left = operation.left.type
        let right = operation.right.type
        for side in [operation.left, operation.right]
        where side.type != .scalar && side.type != .vector {
            throw SyntaxFault(
                at: side.place.lowerBound,
                "binary expression must contain only scalar and instant vector types"
            )
        }
        let sign = operation.operator
        let place = operation.operatorPlace.lowerBound
        if operation.isBool, !sign.isComparison {
            throw SyntaxFault(
                at: place,
                "bool modifier can only be used on comparison operators"
            )
        }
        if sign.isComparison, !operation.isBool, left == .scalar, right == .scalar {
            throw SyntaxFault(
                at: place,
                "comparisons between scalars must use BOOL modifier"
            )
        }
        if sign.isSet, left == .scalar || right == .scalar {
            throw SyntaxFault(
                at: place,
                "set operator \"\(sign.rawValue)\" not allowed in binary scalar expression"
            )
        }
        try check(operation.matching, of: operation, left == .vector && right == .vector)
    }

    private static func check(
        _ matching: Matching,
        of operation: BinaryOperation,
        _ isBetweenVectors: Bool
    ) throws(SyntaxFault) {
        let place = operation.operatorPlace.lowerBound
        if matching.isOn, let label = matching.labels.first(where: matching.included.contains) {
            throw SyntaxFault(
                at: place,
                "label \"\(label)\" must not occur in ON and GROUP clause at once"
            )
        }
        if !isBetweenVectors, !matching.labels.isEmpty {
            throw SyntaxFault(at: place, "vector matching only allowed between instant vectors")
        }
        if operation.operator.isSet, matching.group != nil {
            throw SyntaxFault(
                at: place,
                "no grouping allowed for \"\(operation.operator.rawValue)\" operation"
            )
        }
    }
}
