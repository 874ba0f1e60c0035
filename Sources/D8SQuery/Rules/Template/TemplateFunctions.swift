/// The functions that templates may call: Prometheus' and those of Go's `text/template`.
enum TemplateFunctions {
    /// What a function finds around it.
    struct Surroundings {
        var externalURL = ""
        var pathPrefix = ""
        /// The instant of the evaluation, in milliseconds since 1970.
        var time: Int64 = 0
        /// What queries were answered; one that is not here stops the template until it is.
        var answers: [String: Result<[TemplateSample], TemplateFault>] = [:]
    }

    typealias Arguments = [TemplateValue]

    static func isKnown(_ name: String) -> Bool {
        arity[name] != nil
    }

    /// How many arguments each takes.
    private static let arity: [String: ClosedRange<Int>] = [
        "and": 1...many, "or": 1...many, "not": 1...1, "eq": 1...many, "ne": 2...2, "lt": 2...2,
        "le": 2...2, "gt": 2...2, "ge": 2...2, "len": 1...1, "index": 1...many, "slice": 1...4,
        "print": 0...many, "println": 0...many, "printf": 1...many, "html": 1...many,
        "js": 1...many, "urlquery": 1...many, "query": 1...1, "first": 1...1, "label": 2...2,
        "value": 1...1, "strvalue": 1...1, "args": 0...many, "reReplaceAll": 3...3,
        "safeHtml": 1...1, "match": 2...2, "title": 1...1, "toUpper": 1...1, "toLower": 1...1,
        "graphLink": 1...1, "tableLink": 1...1, "sortByLabel": 2...2, "stripPort": 1...1,
        "stripDomain": 1...1, "humanize": 1...1, "humanize1024": 1...1, "humanizeDuration": 1...1,
        "humanizePercentage": 1...1, "humanizeTimestamp": 1...1, "toTime": 1...1,
        "toDuration": 1...1, "now": 0...0, "parseDuration": 1...1, "pathPrefix": 0...0,
        "externalURL": 0...0, "urlQueryEscape": 1...1,
    ]

    private static let many = 1000

    /// The value of a function for its arguments.
    ///
    /// - Throws: What is wrong, without the place.
    static func call(
        _ name: String,
        _ arguments: Arguments,
        _ surroundings: Surroundings
    ) throws(TemplateFault) -> TemplateValue {
        if let allowed = arity[name], !allowed.contains(arguments.count) {
            let isOpen = allowed.upperBound == many
            throw TemplateFault(
                "wrong number of args for \(name): want \(isOpen ? "at least " : "")"
                    + "\(allowed.lowerBound) got \(arguments.count)"
            )
        }
        if let value = try comparison(name, arguments) { return value }
        if let value = try text(name, arguments, surroundings) { return value }
        if let value = try number(name, arguments, surroundings) { return value }
        if name == "query" {
            guard let answer = surroundings.answers[try string(arguments[0])] else {
                throw TemplateFault("there is nothing to query")
            }
            return .samples(try answer.get())
        }
        if let value = try sample(name, arguments) { return value }
        return try collection(name, arguments)
    }

    private static func comparison(
        _ name: String,
        _ arguments: Arguments
    ) throws(TemplateFault) -> TemplateValue? {
        switch name {
        case "not": return .bool(!arguments[0].isTrue)
        case "eq": return .bool(try GoComparison.isEqual(arguments))
        case "ne": return .bool(try !GoComparison.isEqual(arguments))
        case "lt": return .bool(try GoComparison.isLess(arguments[0], arguments[1]))
        case "le":
            if try GoComparison.isLess(arguments[0], arguments[1]) { return .bool(true) }
            return .bool(try GoComparison.isEqual(arguments))
        case "gt":
            if try GoComparison.isLess(arguments[0], arguments[1]) { return .bool(false) }
            return .bool(try !GoComparison.isEqual(arguments))
        case "ge": return .bool(try !GoComparison.isLess(arguments[0], arguments[1]))
        default: return nil
        }
    }

    private static func text(
        _ name: String,
        _ arguments: Arguments,
        _ surroundings: Surroundings
    ) throws(TemplateFault) -> TemplateValue? {
        switch name {
        case "title": return .text(TemplateText.title(try string(arguments[0])))
        case "toUpper": return .text(try string(arguments[0]).uppercased())
        case "toLower": return .text(try string(arguments[0]).lowercased())
        case "safeHtml": return .text(try string(arguments[0]))
        case "stripPort": return .text(TemplateText.withoutPort(try string(arguments[0])))
        case "stripDomain": return .text(TemplateText.withoutDomain(try string(arguments[0])))
        case "graphLink": return .text(TemplateText.link(to: try string(arguments[0]), tab: 0))
        case "tableLink": return .text(TemplateText.link(to: try string(arguments[0]), tab: 1))
        case "urlQueryEscape": return .text(TemplateText.escaped(try string(arguments[0])))
        case "urlquery": return .text(TemplateText.escaped(GoPrint.joined(arguments)))
        case "html": return .text(TemplateText.html(GoPrint.joined(arguments)))
        case "js": return .text(TemplateText.script(GoPrint.joined(arguments)))
        case "print": return .text(GoPrint.joined(arguments))
        case "println":
            return .text(arguments.map(GoPrint.text).joined(separator: " ") + "\n")
        case "printf":
            return .text(GoPrint.formatted(try string(arguments[0]), Array(arguments.dropFirst())))
        case "match":
            let pattern = try TemplatePattern(try string(arguments[0]))
            return .bool(pattern.matches(try string(arguments[1])))
        case "reReplaceAll":
            let pattern = try TemplatePattern(try string(arguments[0]))
            let (template, text) = (try string(arguments[1]), try string(arguments[2]))
            return .text(pattern.replacing(text, with: template))
        case "pathPrefix": return .text(surroundings.pathPrefix)
        case "externalURL": return .text(surroundings.externalURL)
        default: return nil
        }
    }

    private static func number(
        _ name: String,
        _ arguments: Arguments,
        _ surroundings: Surroundings
    ) throws(TemplateFault) -> TemplateValue? {
        switch name {
        case "humanize": return .text(Humanized.decimal(try number(arguments[0])))
        case "humanize1024": return .text(Humanized.binary(try number(arguments[0])))
        case "humanizeDuration": return .text(Humanized.duration(try number(arguments[0])))
        case "humanizePercentage": return .text(Humanized.percentage(try number(arguments[0])))
        case "humanizeTimestamp": return .text(try Humanized.timestamp(try number(arguments[0])))
        case "toTime": return .time(try GoTime.nanoseconds(try number(arguments[0])))
        case "toDuration": return .text(GoTime.duration(try number(arguments[0])))
        case "now": return .number(Double(surroundings.time) / 1000)
        case "parseDuration":
            let text = try string(arguments[0])
            guard let length = PromDuration.milliseconds(text) else {
                throw TemplateFault("not a valid duration string: \(GoQuoted.quoted(text))")
            }
            return .number(Double(length) / 1000)
        default: return nil
        }
    }

    private static func sample(
        _ name: String,
        _ arguments: Arguments
    ) throws(TemplateFault) -> TemplateValue? {
        switch name {
        case "first":
            guard let first = try samples(arguments[0]).first else {
                throw TemplateFault("first() called on vector with no elements")
            }
            return .sample(first)
        case "label": return .text(try sample(arguments[1]).labels[try string(arguments[0])] ?? "")
        case "value": return .number(try sample(arguments[0]).value)
        case "strvalue": return .text(try sample(arguments[0]).labels["__value__"] ?? "")
        case "sortByLabel":
            let label = try string(arguments[0])
            let sorted = try samples(arguments[1]).enumerated().sorted { left, right in
                let first = Array((left.element.labels[label] ?? "").utf8)
                let second = Array((right.element.labels[label] ?? "").utf8)
                guard first == second else { return first.lexicographicallyPrecedes(second) }
                return left.offset < right.offset
            }
            return .samples(sorted.map(\.element))
        default: return nil
        }
    }

    private static func collection(
        _ name: String,
        _ arguments: Arguments
    ) throws(TemplateFault) -> TemplateValue {
        switch name {
        case "args":
            let pairs = arguments.enumerated().map { ("arg\($0.offset)", $0.element) }
            return .arguments(Dictionary(pairs) { _, last in last })
        case "len": return .integer(Int64(try GoCollection.count(of: arguments[0])))
        case "index":
            var value = arguments[0]
            for key in arguments.dropFirst() {
                value = try GoCollection.element(of: value, at: key)
            }
            return value
        case "slice": return try GoCollection.slice(arguments)
        default: throw TemplateFault("function \"\(name)\" not defined")
        }
    }
}

extension TemplateFunctions {
    static func string(_ value: TemplateValue) throws(TemplateFault) -> String {
        guard case .text(let text) = value else { throw wrongType(value, wanted: "string") }
        return text
    }

    private static func sample(_ value: TemplateValue) throws(TemplateFault) -> TemplateSample {
        guard case .sample(let sample) = value else {
            throw wrongType(value, wanted: "*template.sample")
        }
        return sample
    }

    private static func samples(_ value: TemplateValue) throws(TemplateFault) -> [TemplateSample] {
        guard case .samples(let samples) = value else {
            throw wrongType(value, wanted: "template.queryResult")
        }
        return samples
    }

    /// A number, or a text that is one.
    private static func number(_ value: TemplateValue) throws(TemplateFault) -> Double {
        switch value {
        case .number(let number): return number
        case .integer(let whole): return Double(whole)
        case .text(let text):
            guard let number = GoNumber.parsed(text) else {
                throw TemplateFault(
                    "strconv.ParseFloat: parsing \(GoQuoted.quoted(text)): invalid syntax"
                )
            }
            return number
        default: throw TemplateFault("can't convert \(value.type) to float")
        }
    }

    private static func wrongType(_ value: TemplateValue, wanted: String) -> TemplateFault {
        TemplateFault(
            value == .absent
                ? "invalid value; expected \(wanted)"
                : "wrong type for value; expected \(wanted); got \(value.type)"
        )
    }
}
