internal import D8SModel

/// The values of one series at all steps.
struct StepColumn {
    var series: Series
    /// Whether the metric's name goes when the evaluation is over; until then operators see it.
    var dropsName = false
    /// One for each step, `Double.absent` where there is none.
    var values: [Double]

    init(_ series: Series, dropsName: Bool = false, _ values: [Double]) {
        self.series = series
        self.dropsName = dropsName
        self.values = values
    }

    var isEmpty: Bool { values.allSatisfy(\.isAbsent) }
}

extension Double {
    /// What stands where there is no value: the stale marker, which no answer has.
    static let absent = Double.staleMarker

    var isAbsent: Bool { isStaleMarker }
}

/// The columns of an expression.
struct StepVector {
    var columns: [StepColumn] = []
    /// Whether the order of the columns is part of the answer, as after `sort`.
    var isOrdered = false

    /// The columns with their values changed where there are any.
    func mapped(_ change: (Double) -> Double) -> StepVector {
        var result = self
        for column in result.columns.indices {
            result.columns[column].dropsName = true
            for step in result.columns[column].values.indices {
                let value = result.columns[column].values[step]
                if !value.isAbsent { result.columns[column].values[step] = change(value) }
            }
        }
        return result
    }

    /// Columns of the same labels made one.
    ///
    /// - Throws: `QueryError.evaluation` if two have a value at the same step.
    func merged() throws(QueryError) -> StepVector {
        var places: [[UInt8]: Int] = [:]
        var result = StepVector(isOrdered: isOrdered)
        for column in columns {
            if let place = places[column.series.key] {
                try result.columns[place].take(column)
            } else {
                places[column.series.key] = result.columns.count
                result.columns.append(column)
            }
        }
        return result
    }

    /// The vector without the names that go, and without empty columns.
    func cleaned() throws(QueryError) -> StepVector {
        var result = self
        result.columns.removeAll(where: \.isEmpty)
        for place in result.columns.indices where result.columns[place].dropsName {
            result.columns[place].series = result.columns[place].series.withoutName
        }
        return try result.merged()
    }
}

extension StepColumn {
    fileprivate mutating func take(_ other: StepColumn) throws(QueryError) {
        for step in values.indices where !other.values[step].isAbsent {
            guard values[step].isAbsent else {
                throw .evaluation(
                    reason: "vector cannot contain metrics with the same labelset"
                )
            }
            values[step] = other.values[step]
        }
        dropsName = dropsName || other.dropsName
    }
}

/// What an expression comes to at all steps.
enum StepValue {
    case scalar([Double])
    case vector(StepVector)
    case string(StringLiteral)

    var size: Int {
        switch self {
        case .scalar(let values): values.count
        case .vector(let vector): vector.columns.reduce(0) { $0 + $1.values.count }
        case .string: 1
        }
    }
}
