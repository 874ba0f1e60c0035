/// A call of a function: `rate(x[5m])`.
package struct FunctionCall: Hashable, Sendable {
    package let function: Function
    package let arguments: [Expression]
}

/// A function of PromQL: what it takes and what it gives.
package struct Function: Hashable, Sendable {
    package let name: String
    package let arguments: [ValueType]
    /// How many of the arguments may be left out at the end.
    package var optional = 0
    /// How often the last argument may be repeated beyond what is listed; nil without limit.
    package var repeats: Int? = 0
    package var result = ValueType.vector

    /// The function of this name; nil if there is none.
    package static func named(_ name: String) -> Function? { all[name] }

    private static let all: [String: Function] = {
        var functions: [String: Function] = [:]
        for function in listed { functions[function.name] = function }
        for name in ofQuery {
            functions[name] = Function(name: name, arguments: [], result: .scalar)
        }
        for name in ofVector { functions[name] = Function(name: name, arguments: [.vector]) }
        for name in ofRange { functions[name] = Function(name: name, arguments: [.matrix]) }
        for name in ofDate {
            functions[name] = Function(name: name, arguments: [.vector], optional: 1)
        }
        return functions
    }()

    /// Of the query alone: its time, bounds and step.
    private static let ofQuery = ["end", "pi", "range", "start", "step", "time"]

    private static let ofVector = [
        "abs", "absent", "acos", "acosh", "asin", "asinh", "atan", "atanh", "ceil", "cos", "cosh",
        "deg", "exp", "floor", "histogram_avg", "histogram_count", "histogram_stddev",
        "histogram_stdvar", "histogram_sum", "ln", "log10", "log2", "rad", "sgn", "sin", "sinh",
        "sort", "sort_desc", "sqrt", "tan", "tanh", "timestamp",
    ]

    private static let ofRange = [
        "absent_over_time", "avg_over_time", "changes", "count_over_time", "delta", "deriv",
        "first_over_time", "idelta", "increase", "irate", "last_over_time", "mad_over_time",
        "max_over_time", "min_over_time", "present_over_time", "rate", "resets",
        "stddev_over_time", "stdvar_over_time", "sum_over_time", "ts_of_first_over_time",
        "ts_of_last_over_time", "ts_of_max_over_time", "ts_of_min_over_time",
    ]

    private static let ofDate = [
        "day_of_month", "day_of_week", "day_of_year", "days_in_month", "hour", "minute", "month",
        "year",
    ]

    private static let listed = [
        Function(name: "clamp", arguments: [.vector, .scalar, .scalar]),
        Function(name: "clamp_max", arguments: [.vector, .scalar]),
        Function(name: "clamp_min", arguments: [.vector, .scalar]),
        Function(
            name: "double_exponential_smoothing",
            arguments: [.matrix, .scalar, .scalar]
        ),
        Function(name: "histogram_fraction", arguments: [.scalar, .scalar, .vector]),
        Function(name: "histogram_quantile", arguments: [.scalar, .vector]),
        Function(
            name: "histogram_quantiles",
            arguments: [.vector, .string, .scalar],
            repeats: 9
        ),
        Function(name: "holt_winters", arguments: [.matrix, .scalar, .scalar]),
        Function(
            name: "label_join",
            arguments: [.vector, .string, .string, .string],
            optional: 1,
            repeats: nil
        ),
        Function(
            name: "label_replace",
            arguments: [.vector, .string, .string, .string, .string]
        ),
        Function(name: "max_of", arguments: [.scalar, .scalar], result: .scalar),
        Function(name: "min_of", arguments: [.scalar, .scalar], result: .scalar),
        Function(name: "predict_linear", arguments: [.matrix, .scalar]),
        Function(name: "quantile_over_time", arguments: [.scalar, .matrix]),
        Function(name: "round", arguments: [.vector, .scalar], optional: 1),
        Function(name: "scalar", arguments: [.vector], result: .scalar),
        Function(
            name: "sort_by_label",
            arguments: [.vector, .string],
            optional: 1,
            repeats: nil
        ),
        Function(
            name: "sort_by_label_desc",
            arguments: [.vector, .string],
            optional: 1,
            repeats: nil
        ),
        Function(name: "vector", arguments: [.scalar]),
    ]
}
