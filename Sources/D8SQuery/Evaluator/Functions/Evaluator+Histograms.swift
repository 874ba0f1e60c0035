internal import D8SModel

/// Functions of classic histograms.
extension Evaluator {
    /// The columns of one histogram, by the upper bounds of its buckets.
    private struct Histogram {
        let series: Series
        var columns: [(bound: Double, values: [Double])] = []

        func buckets(at step: Int) -> [Buckets.Bucket] {
            columns.compactMap { bound, values in
                values[step].isAbsent ? nil : Buckets.Bucket(bound: bound, count: values[step])
            }
        }
    }

    mutating func histogram(
        _ call: FunctionCall,
        _ steps: Steps
    ) throws(QueryError) -> StepVector {
        switch call.function.name {
        case "histogram_quantile":
            return try quantiles(of: call.arguments[1], [call.arguments[0]], nil, steps)
        case "histogram_quantiles":
            let label = try text(call.arguments[1])
            guard let name = label.text, !name.isEmpty else {
                throw .evaluation(reason: "invalid label name \(label.quoted)")
            }
            let wanted = Array(call.arguments.dropFirst(2))
            return try quantiles(of: call.arguments[0], wanted, name, steps)
        default: return try fraction(call, steps)
        }
    }

    private mutating func quantiles(
        of argument: Expression,
        _ wanted: [Expression],
        _ label: String?,
        _ steps: Steps
    ) throws(QueryError) -> StepVector {
        var all: [[Double]] = []
        for expression in wanted {
            let values = try scalar(expression, steps)
            warnOfQuantiles(values, at: expression.place)
            all.append(values)
        }
        let histograms = try histograms(argument, steps)
        try hold(histograms.count * steps.count * all.count)
        var result = StepVector()
        for quantiles in all {
            for histogram in histograms {
                var isForced = false
                let values = (0..<steps.count).map { step in
                    let present = histogram.buckets(at: step)
                    guard !present.isEmpty else { return Double.absent }
                    var buckets = Buckets(sorted: present)
                    defer { isForced = isForced || buckets.isForced }
                    return buckets.quantile(quantiles[step])
                }
                if isForced { noteForced(histogram.series, at: argument.place) }
                var series = histogram.series
                if let label, let first = quantiles.first {
                    series = series.setting(label, to: NumberText.openMetrics(first))
                }
                result.columns.append(StepColumn(series, dropsName: true, values))
            }
        }
        result.columns.removeAll(where: \.isEmpty)
        return result
    }

    private mutating func noteForced(_ series: Series, at place: Range<Int>) {
        let page = "https://prometheus.io/docs/prometheus/latest/querying/functions/"
        notes.inform(
            "input to histogram_quantile needed to be fixed for monotonicity "
                + "(see \(page)#histogram_quantile)\(Self.named(series))",
            at: place
        )
    }

    private static func named(_ series: Series) -> String {
        series.hasName ? " for metric name \(StringLiteral(series.metric).quoted)" : ""
    }

    private mutating func fraction(
        _ call: FunctionCall,
        _ steps: Steps
    ) throws(QueryError) -> StepVector {
        let lower = try number(call, 0, steps)
        let upper = try number(call, 1, steps)
        let columns = try histograms(call.arguments[2], steps).map { histogram in
            let values = (0..<steps.count).map { step in
                let present = histogram.buckets(at: step)
                return present.isEmpty
                    ? Double.absent
                    : Buckets(sorted: present).fraction(from: lower[step], to: upper[step])
            }
            return StepColumn(histogram.series, dropsName: true, values)
        }
        return StepVector(columns: columns.filter { !$0.isEmpty })
    }

    /// The histograms of a vector, in the order of their first buckets.
    private mutating func histograms(
        _ argument: Expression,
        _ steps: Steps
    ) throws(QueryError) -> [Histogram] {
        let vector = try vector(argument, steps)
        let labels = LabelSet(allBut: ["le"], keepsName: true)
        var places: [[UInt8]: Int] = [:]
        var histograms: [Histogram] = []
        for column in vector.columns where !column.isEmpty {
            let written = column.series.text(of: "le")
            guard let bound = Double(written) else {
                notes.warn(
                    "bucket label \"le\" is missing or has a malformed value of "
                        + "\(StringLiteral(written).quoted)\(Self.named(column.series))",
                    at: argument.place
                )
                continue
            }
            let series = column.series.keeping(labels)
            let place = places[series.key] ?? histograms.count
            places[series.key] = place
            if place == histograms.count { histograms.append(Histogram(series: series)) }
            histograms[place].columns.append((bound, column.values))
        }
        for place in histograms.indices {
            histograms[place].columns.sort { $0.bound < $1.bound }
        }
        return histograms
    }
}
