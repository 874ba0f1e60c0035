internal import D8SModel

/// Puts the series of two vectors together by their labels.
struct VectorMatch {
    let operation: BinaryOperation
    let steps: Steps
    private let labels: LabelSet

    init(_ operation: BinaryOperation, _ steps: Steps) {
        self.operation = operation
        self.steps = steps
        let matching = operation.matching
        labels =
            matching.isOn ? LabelSet(only: matching.labels) : LabelSet(allBut: matching.labels)
    }

    func combine(_ left: StepVector, _ right: StepVector) throws(QueryError) -> StepVector {
        switch operation.operator {
        case .and: return keep(left, where: right, isThere: true)
        case .unless: return keep(left, where: right, isThere: false)
        case .or: return try union(left, right)
        default: return try JoinedVectors(self).combine(left, right)
        }
    }

    /// The labels by which a series finds others.
    func signature(_ column: StepColumn) -> [UInt8] { column.series.keeping(labels).key }

    /// For each signature, at which steps any of its columns has a value.
    private func presence(_ vector: StepVector) -> [[UInt8]: [Bool]] {
        var presence: [[UInt8]: [Bool]] = [:]
        for column in vector.columns {
            let empty = [Bool](repeating: false, count: steps.count)
            presence[signature(column), default: empty].mark(column.values)
        }
        return presence
    }

    private func keep(_ left: StepVector, where right: StepVector, isThere: Bool) -> StepVector {
        let presence = presence(right)
        var result = left
        for place in result.columns.indices {
            let there = presence[signature(result.columns[place])]
            for step in 0..<steps.count where (there?[step] ?? false) != isThere {
                result.columns[place].values[step] = .absent
            }
        }
        result.columns.removeAll(where: \.isEmpty)
        return result
    }

    private func union(_ left: StepVector, _ right: StepVector) throws(QueryError) -> StepVector {
        var result = left
        result.columns += keep(right, where: left, isThere: false).columns
        return try result.merged()
    }
}

extension [Bool] {
    fileprivate mutating func mark(_ values: [Double]) {
        for step in indices where !values[step].isAbsent { self[step] = true }
    }
}
