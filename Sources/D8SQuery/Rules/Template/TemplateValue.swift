/// A value in a template, as Go has it there.
indirect enum TemplateValue: Hashable, Sendable {
    /// Go's `nil`, and what a name without a value comes to.
    case absent
    case bool(Bool)
    case integer(Int64)
    case number(Double)
    case text(String)
    /// Labels: a name that is not there is the empty text.
    case labels([String: String])
    /// What `args` makes.
    case arguments([String: TemplateValue])
    case list([TemplateValue])
    /// What `query` answers.
    case samples([TemplateSample])
    case sample(TemplateSample)
    /// What the dot is at the beginning.
    case data(TemplateData)
    /// Nanoseconds since 1970.
    case time(Int64)

    /// The name of the type in Go, for errors.
    var type: String {
        switch self {
        case .absent: "nil"
        case .bool: "bool"
        case .integer: "int"
        case .number: "float64"
        case .text: "string"
        case .labels: "map[string]string"
        case .arguments: "map[string]interface {}"
        case .list: "[]interface {}"
        case .samples: "template.queryResult"
        case .sample: "*template.sample"
        case .data:
            "struct { Labels map[string]string; ExternalLabels map[string]string; "
                + "ExternalURL string; Value interface {} }"
        case .time: "*time.Time"
        }
    }

    /// Whether `if` takes it for true: neither nothing, nor zero, nor empty.
    var isTrue: Bool {
        switch self {
        case .absent: false
        case .bool(let value): value
        case .integer(let value): value != 0
        case .number(let value): value != 0
        case .text(let value): !value.isEmpty
        case .labels(let value): !value.isEmpty
        case .arguments(let value): !value.isEmpty
        case .list(let value): !value.isEmpty
        case .samples(let value): !value.isEmpty
        case .sample, .data, .time: true
        }
    }
}

/// One sample of a query, as templates see it.
struct TemplateSample: Hashable, Sendable {
    /// With `__name__`, unless the query dropped it.
    var labels: [String: String]
    var value: Double
}

/// What the template of an alert is about.
struct TemplateData: Hashable, Sendable {
    var labels: [String: String] = [:]
    var externalLabels: [String: String] = [:]
    var externalURL = ""
    var value = 0.0
}
