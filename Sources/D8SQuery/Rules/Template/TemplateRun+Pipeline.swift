extension TemplateRun {
    mutating func evaluate(
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

    mutating func set(_ name: String, _ value: TemplateValue, isAssignment: Bool) {
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

    mutating func countStep() throws(TemplateStop) {
        steps += 1
        guard steps <= Self.stepLimit else { throw fault("it takes too many steps") }
    }

    mutating func write(_ text: String) throws(TemplateStop) {
        guard output.utf8.count + text.utf8.count <= Self.outputLimit else {
            throw fault("its text is longer than \(Self.outputLimit) bytes")
        }
        output += text
    }

    static func shown(_ value: TemplateValue) -> String {
        value == .absent ? "<no value>" : GoPrint.text(value)
    }

    func fault(_ what: String) -> TemplateStop {
        let name = template.name
        return .fault(
            TemplateFault(
                "error executing template \(name): template: \(template.place(of: place.position)): "
                    + "executing \(GoQuoted.quoted(name)) at <\(place.text)>: \(what)"
            )
        )
    }
}
