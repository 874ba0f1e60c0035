/// One expansion of a template, bounded in its work and its output.
struct TemplateRun {
    private let template: Template
    private let surroundings: TemplateFunctions.Surroundings
    private var variables: [(name: String, value: TemplateValue)]
    private var output = ""
    private var steps = 0
    private var depth = 0
    /// The part that is being evaluated, for errors.
    private var place: (position: Int, text: String) = (0, "")

    private static let stepLimit = 100_000
    private static let outputLimit = 1 << 16
    private static let depthLimit = 100

    private enum Flow {
        case next, leave, again
    }

    private init(
        _ template: Template,
        _ dot: TemplateValue,
        _ surroundings: TemplateFunctions.Surroundings
    ) {
        self.template = template
        self.surroundings = surroundings
        variables = [("$", dot)]
    }

    /// The text that the template comes to.
    ///
    /// - Throws: `TemplateStop`: a fault in Go's words, or the query that has to be answered first.
    static func text(
        _ template: Template,
        _ dot: TemplateValue,
        _ surroundings: TemplateFunctions.Surroundings
    ) throws(TemplateStop) -> String {
        var run = TemplateRun(template, dot, surroundings)
        _ = try run.walk(template.nodes, dot)
        return run.output
    }

    private mutating func walk(
        _ nodes: [TemplateNode],
        _ dot: TemplateValue
    ) throws(TemplateStop) -> Flow {
        for node in nodes {
            try countStep()
            switch node {
            case .text(let text): try write(text)
            case .action(let pipeline):
                let value = try evaluate(pipeline, dot)
                if pipeline.variables.isEmpty { try write(Self.shown(value)) }
            case .block(let block):
                let flow = try walk(block, dot)
                if flow != .next { return flow }
            case .template(let name, let argument, let position):
                try include(name, argument, position, dot)
            case .leave(let isBreak): return isBreak ? .leave : .again
            }
        }
        return .next
    }

    private mutating func walk(
        _ block: TemplateBlock,
        _ dot: TemplateValue
    ) throws(TemplateStop) -> Flow {
        let known = variables.count
        defer { variables.removeLast(max(0, variables.count - known)) }
        if block.kind == .range { return try loop(block, dot) }
        let value = try evaluate(block.pipeline, dot)
        guard value.isTrue else { return try walk(block.otherwise, dot) }
        return try walk(block.body, block.kind == .with ? value : dot)
    }

    private mutating func loop(
        _ block: TemplateBlock,
        _ dot: TemplateValue
    ) throws(TemplateStop) -> Flow {
        var pipeline = block.pipeline
        pipeline.variables = []
        let value = try evaluate(pipeline, dot)
        let entries = try entries(of: value)
        if entries.isEmpty { return try walk(block.otherwise, dot) }
        let known = variables.count
        for (key, element) in entries {
            let names = block.pipeline.variables
            let values = names.count == 2 ? [key, element] : [element]
            for (name, value) in zip(names, values) {
                set(name, value, isAssignment: block.pipeline.isAssignment)
            }
            let flow = try walk(block.body, element)
            variables.removeLast(max(0, variables.count - known))
            if flow == .leave { break }
        }
        return .next
    }

    private func entries(
        of value: TemplateValue
    ) throws(TemplateStop) -> [(TemplateValue, TemplateValue)] {
        switch value {
        case .list(let list): return list.enumerated().map { (.integer(Int64($0)), $1) }
        case .samples(let all):
            return all.enumerated().map { (.integer(Int64($0)), .sample($1)) }
        case .labels(let labels):
            return labels.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
                .map { (.text($0.key), .text($0.value)) }
        case .arguments(let arguments):
            return arguments.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
                .map { (.text($0.key), $0.value) }
        case .integer(let count):
            return (0..<min(max(count, 0), Int64(Self.stepLimit)))
                .map { (.integer($0), .integer($0)) }
        case .absent: return []
        default: throw fault("range can't iterate over \(GoPrint.text(value))")
        }
    }

    private mutating func include(
        _ name: String,
        _ argument: TemplatePipeline?,
        _ position: Int,
        _ dot: TemplateValue
    ) throws(TemplateStop) {
        place = (position, "{{template \(GoQuoted.quoted(name))}}")
        guard let nodes = template.templates[name] else {
            throw fault("template \(GoQuoted.quoted(name)) not defined")
        }
        guard depth < Self.depthLimit else { throw fault("exceeded maximum template depth") }
        var inner = dot
        if let argument { inner = try evaluate(argument, dot) } else { inner = .absent }
        let outer = variables
        variables = [("$", inner)]
        depth += 1
        _ = try walk(nodes, inner)
        depth -= 1
        variables = outer
    }
}

extension TemplateRun {
    private mutating func evaluate(
        _ pipeline: TemplatePipeline,
        _ dot: TemplateValue
    ) throws(TemplateStop) -> TemplateValue {
        try countStep()
        place = (pipeline.position, pipeline.text)
        var value: TemplateValue?
        for command in pipeline.commands { value = try evaluate(command, dot, last: value) }
        let result = value ?? .absent
        for name in pipeline.variables { set(name, result, isAssignment: pipeline.isAssignment) }
        return result
    }

    private mutating func set(_ name: String, _ value: TemplateValue, isAssignment: Bool) {
        if isAssignment, let place = variables.lastIndex(where: { $0.name == name }) {
            variables[place].value = value
        } else {
            variables.append((name, value))
        }
    }

    private mutating func evaluate(
        _ command: TemplateCommand,
        _ dot: TemplateValue,
        last: TemplateValue?
    ) throws(TemplateStop) -> TemplateValue {
        guard let first = command.operands.first else { return .absent }
        if case .function(let name) = first.kind {
            place = (first.position, first.text)
            return try call(name, command, dot, last)
        }
        if command.operands.count > 1 || last != nil {
            place = (first.position, first.text)
            if case .field(let names) = first.kind { try refuseArguments(of: names.last ?? "") }
            if case .chain(let operand, ["Format"]) = first.kind, command.operands.count == 2 {
                return try formatted(operand, command.operands[1], dot)
            }
            if case .variable(_, ["Format"]) = first.kind, command.operands.count == 2 {
                return try formatted(first, command.operands[1], dot)
            }
            throw fault("can't give argument to non-function \(first.text)")
        }
        return try evaluate(first, dot)
    }

    /// `(toTime 0).Format "2006"`: the one method that templates use with an argument.
    private mutating func formatted(
        _ operand: TemplateOperand,
        _ layout: TemplateOperand,
        _ dot: TemplateValue
    ) throws(TemplateStop) -> TemplateValue {
        var receiver = operand
        if case .variable(let name, _) = operand.kind { receiver.kind = .variable(name, []) }
        let value = try evaluate(receiver, dot)
        guard case .time(let nanoseconds) = value else {
            throw fault("can't evaluate field Format in type \(value.type)")
        }
        guard case .text(let layout) = try evaluate(layout, dot) else {
            throw fault("expected string; found \(layout.text)")
        }
        return .text(GoTime.format(nanoseconds, layout: layout))
    }

    private func refuseArguments(of name: String) throws(TemplateStop) {
        throw fault("\(name) is not a method but has arguments")
    }

    private mutating func call(
        _ name: String,
        _ command: TemplateCommand,
        _ dot: TemplateValue,
        _ last: TemplateValue?
    ) throws(TemplateStop) -> TemplateValue {
        if name == "and" || name == "or" { return try choose(name == "or", command, dot, last) }
        var arguments: [TemplateValue] = []
        for operand in command.operands.dropFirst() {
            arguments.append(try evaluate(operand, dot))
        }
        if let last { arguments.append(last) }
        if name == "query", case .text(let expression)? = arguments.first,
            surroundings.answers[expression] == nil
        {
            throw .query(expression)
        }
        do throws(TemplateFault) {
            return try TemplateFunctions.call(name, arguments, surroundings)
        } catch {
            place = (command.position, command.text)
            let isAboutForm =
                error.message.hasPrefix("wrong ") || error.message.hasPrefix("invalid value;")
            throw fault((isAboutForm ? "" : "error calling \(name): ") + error.message)
        }
    }

    /// `and`, `or`: the first argument that decides, the others are not looked at.
    private mutating func choose(
        _ isOr: Bool,
        _ command: TemplateCommand,
        _ dot: TemplateValue,
        _ last: TemplateValue?
    ) throws(TemplateStop) -> TemplateValue {
        var value: TemplateValue?
        for operand in command.operands.dropFirst() {
            let next = try evaluate(operand, dot)
            if next.isTrue == isOr { return next }
            value = next
        }
        guard let result = last ?? value else {
            throw fault("wrong number of args for \(isOr ? "or" : "and"): want at least 1 got 0")
        }
        return result
    }

    private mutating func evaluate(
        _ operand: TemplateOperand,
        _ dot: TemplateValue
    ) throws(TemplateStop) -> TemplateValue {
        try countStep()
        place = (operand.position, operand.text)
        switch operand.kind {
        case .dot: return dot
        case .absent: return .absent
        case .value(let value, _): return value
        case .field(let names): return try fields(names, of: dot)
        case .variable(let name, let names):
            let value = variables.last { $0.name == name }?.value
            guard let value else { throw fault("undefined variable: \(name)") }
            return try fields(names, of: value)
        case .function: return try evaluate(TemplateCommand(operands: [operand]), dot, last: nil)
        case .pipeline(let pipeline): return try evaluate(pipeline, dot)
        case .chain(let operand, let names):
            let value = try evaluate(operand, dot)
            return try fields(names, of: value)
        }
    }

    private func fields(
        _ names: [String],
        of value: TemplateValue
    ) throws(TemplateStop) -> TemplateValue {
        var value = value
        for name in names { value = try field(name, of: value) }
        return value
    }

    private func field(
        _ name: String,
        of value: TemplateValue
    ) throws(TemplateStop) -> TemplateValue {
        switch (value, name) {
        case (.absent, _): return .absent
        case (.labels(let labels), _): return .text(labels[name] ?? "")
        case (.arguments(let arguments), _): return arguments[name] ?? .absent
        case (.sample(let sample), "Labels"): return .labels(sample.labels)
        case (.sample(let sample), "Value"): return .number(sample.value)
        case (.data(let data), "Labels"): return .labels(data.labels)
        case (.data(let data), "ExternalLabels"): return .labels(data.externalLabels)
        case (.data(let data), "ExternalURL"): return .text(data.externalURL)
        case (.data(let data), "Value"): return .number(data.value)
        case (.time(let nanoseconds), "Unix"): return .integer(nanoseconds / 1_000_000_000)
        case (.time, "UTC"), (.time, "Local"): return value
        default: throw fault("can't evaluate field \(name) in type \(value.type)")
        }
    }

    private mutating func countStep() throws(TemplateStop) {
        steps += 1
        guard steps <= Self.stepLimit else { throw fault("it takes too many steps") }
    }

    private mutating func write(_ text: String) throws(TemplateStop) {
        guard output.utf8.count + text.utf8.count <= Self.outputLimit else {
            throw fault("its text is longer than \(Self.outputLimit) bytes")
        }
        output += text
    }

    private static func shown(_ value: TemplateValue) -> String {
        value == .absent ? "<no value>" : GoPrint.text(value)
    }

    private func fault(_ what: String) -> TemplateStop {
        let name = template.name
        return .fault(
            TemplateFault(
                "error executing template \(name): template: \(template.place(of: place.position)): "
                    + "executing \(GoQuoted.quoted(name)) at <\(place.text)>: \(what)"
            )
        )
    }
}
