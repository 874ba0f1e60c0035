internal import D8SModel

/// Calculates with the values of two vectors whose series belong together.
struct JoinedVectors {
    private let match: VectorMatch
    private let operation: BinaryOperation
    private let isSwapped: Bool
    private let isOneToOne: Bool

    /// The columns of one signature: those of the side that may have many, and of the other.
    private struct Pair {
        var many: [StepColumn] = []
        var one: [StepColumn] = []
    }

    init(_ match: VectorMatch) {
        self.match = match
        operation = match.operation
        isSwapped = match.operation.matching.group == .right
        isOneToOne = match.operation.matching.group == nil
    }

    func combine(_ left: StepVector, _ right: StepVector) throws(QueryError) -> StepVector {
        let many = isSwapped ? right : left
        let one = isSwapped ? left : right
        guard !many.columns.isEmpty, !one.columns.isEmpty else { return StepVector() }
        var order: [[UInt8]] = []
        var pairs: [[UInt8]: Pair] = [:]
        for column in many.columns {
            let signature = match.signature(column)
            if pairs[signature] == nil { order.append(signature) }
            pairs[signature, default: Pair()].many.append(column)
        }
        for column in one.columns {
            let signature = match.signature(column)
            if pairs[signature] == nil { order.append(signature) }
            pairs[signature, default: Pair()].one.append(column)
        }
        var result = StepVector(isOrdered: many.isOrdered && !isSwapped)
        for signature in order {
            guard let pair = pairs[signature] else { continue }
            try checkOne(pair, signature, against: many)
            if pair.many.count > 1 { try checkMany(pair) }
            for column in pair.many { result.columns += joined(column, pair.one) }
        }
        result.columns.removeAll(where: \.isEmpty)
        return try result.merged()
    }

    // MARK: Values

    /// A column of the many side with each of the other side that it meets.
    private func joined(_ many: StepColumn, _ ones: [StepColumn]) -> [StepColumn] {
        let sign = operation.operator
        let function = sign.function
        let isFilter = sign.isComparison && !operation.isBool
        return ones.map { one in
            var values = many.values
            for step in values.indices {
                let own = many.values[step]
                let other = one.values[step]
                guard !own.isAbsent, !other.isAbsent else {
                    values[step] = .absent
                    continue
                }
                let left = isSwapped ? other : own
                let outcome = isSwapped ? function(other, own) : function(own, other)
                values[step] = isFilter ? (outcome == 0 ? .absent : left) : outcome
            }
            let dropsName = sign.isComparison ? operation.isBool || many.dropsName : false
            return StepColumn(series(many.series, one.series), dropsName: dropsName, values)
        }
    }

    /// The labels of a result (Prometheus' `resultMetric`).
    private func series(_ many: Series, _ one: Series) -> Series {
        let matching = operation.matching
        var series = operation.operator.isComparison ? many : many.withoutName
        if isOneToOne {
            series = series.keeping(
                matching.isOn
                    ? LabelSet(only: matching.labels)
                    : LabelSet(allBut: matching.labels, keepsName: true)
            )
        }
        for label in matching.included {
            series = series.setting(label, to: one.text(of: label))
        }
        return series
    }

    // MARK: What may not be

    private func checkOne(
        _ pair: Pair,
        _ signature: [UInt8],
        against many: StepVector
    ) throws(QueryError) {
        guard pair.one.count > 1 else { return }
        for step in 0..<match.steps.count {
            let present = pair.one.filter { !$0.values[step].isAbsent }
            guard present.count > 1,
                many.columns.contains(where: { !$0.values[step].isAbsent })
            else { continue }
            let names = present.prefix(2).map { $0.series.braced }.sorted()
            throw .evaluation(
                reason: "found duplicate series for the match group "
                    + "\(Series(key: signature).braced) on the \(isSwapped ? "left" : "right") "
                    + "hand-side of the operation: [\(names.joined(separator: ", "))];"
                    + "many-to-many matching not allowed: "
                    + "matching labels must be unique on one side"
            )
        }
    }

    private func checkMany(_ pair: Pair) throws(QueryError) {
        for one in pair.one {
            var results: [Series: [StepColumn]] = [:]
            for column in pair.many {
                let result = isOneToOne ? one.series : series(column.series, one.series)
                results[result, default: []].append(column)
            }
            guard results.values.contains(where: { isMet($0, by: one) }) else { continue }
            throw .evaluation(
                reason: "multiple matches for labels: "
                    + (isOneToOne
                        ? "many-to-one matching must be explicit (group_left/group_right)"
                        : "grouping labels must ensure unique matches")
            )
        }
    }

    /// Whether two of the columns have a value at a step at which the other one has one.
    private func isMet(_ columns: [StepColumn], by one: StepColumn) -> Bool {
        guard columns.count > 1 else { return false }
        return one.values.indices.contains { step in
            !one.values[step].isAbsent
                && columns.count(where: { !$0.values[step].isAbsent }) > 1
        }
    }
}

extension Series {
    /// All labels in braces, the metric's name among them, as Prometheus says it in errors.
    var braced: String {
        let name = metric.isEmpty ? [] : [Label("__name__", metric)]
        let parts = (name + labels).map { label in
            "\(LabelNames.written(label.name))=\(StringLiteral(label.value).quoted)"
        }
        return "{\(parts.joined(separator: ", "))}"
    }
}
