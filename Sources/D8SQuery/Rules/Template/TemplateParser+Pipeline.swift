extension TemplateParser {
    /// A pipeline up to the end of the action.
    mutating func pipeline(
        _ what: String,
        isRange: Bool = false
    ) throws(TemplateFault) -> TemplatePipeline {
        let pipeline = try pipelineInside(what, isRange: isRange)
        try expectEnd(what)
        return pipeline
    }

    private mutating func pipelineInside(
        _ what: String,
        isRange: Bool = false
    ) throws(TemplateFault) -> TemplatePipeline {
        try enter()
        defer { depth -= 1 }
        var pipeline = TemplatePipeline(position: try peek().position)
        let declared = try declaration(&pipeline, isRange: isRange)
        repeat {
            pipeline.commands.append(try command(what))
        } while try skip(.pipe)
        variables += declared
        return pipeline
    }

    /// `$x :=`, `$x =`, `$i, $x :=`; the names that are declared.
    private mutating func declaration(
        _ pipeline: inout TemplatePipeline,
        isRange: Bool
    ) throws(TemplateFault) -> [String] {
        guard case .variable(let first) = try peek().token else { return [] }
        let (before, wasPeeked) = (scanner, peeked)
        _ = try next()
        var names = [first]
        if isRange, try skip(.comma) {
            guard case .variable(let second) = try next().token else {
                throw fault("range can only initialize variables")
            }
            names.append(second)
        }
        let sign = try peek().token
        guard sign == .declare || sign == .assign else {
            (scanner, peeked) = (before, wasPeeked)
            return []
        }
        _ = try next()
        pipeline.variables = names
        pipeline.isAssignment = sign == .assign
        guard pipeline.isAssignment else { return names }
        for name in names { try check(name) }
        return []
    }

    private mutating func command(_ what: String) throws(TemplateFault) -> TemplateCommand {
        var operands: [TemplateOperand] = []
        while let operand = try operand(isFirst: operands.isEmpty) { operands.append(operand) }
        guard let first = operands.first else { throw fault("missing value for \(what)") }
        if case .absent = first.kind, operands.count == 1 { throw fault("nil is not a command") }
        return TemplateCommand(operands: operands)
    }

    private mutating func operand(isFirst: Bool) throws(TemplateFault) -> TemplateOperand? {
        let token = try peek()
        switch token.token {
        case .end, .pipe, .close: return nil
        case .declare, .assign, .comma:
            throw fault("unexpected \(Self.shown(token.token)) in operand")
        default: break
        }
        _ = try next()
        let kind = try kind(of: token)
        let fields = try fields()
        return TemplateOperand(position: token.position, kind: try Self.joined(kind, fields, self))
    }

    private mutating func kind(
        of token: PlacedToken
    ) throws(TemplateFault) -> TemplateOperand.Kind {
        switch token.token {
        case .dot: return .dot
        case .field(let name): return .field([name])
        case .variable(let name):
            try check(name)
            return .variable(name, [])
        case .text(let source, let text): return .value(.text(text), source: source)
        case .number(let source): return .value(try number(source), source: source)
        case .identifier("true"): return .value(.bool(true), source: "true")
        case .identifier("false"): return .value(.bool(false), source: "false")
        case .identifier("nil"): return .absent
        case .identifier(let name):
            guard TemplateFunctions.isKnown(name) else {
                throw fault("function \"\(name)\" not defined")
            }
            return .function(name)
        case .open:
            let pipeline = try pipelineInside("parenthesized pipeline")
            guard try skip(.close) else { throw fault("unclosed left paren") }
            return .pipeline(pipeline)
        default: throw fault("unexpected \(Self.shown(token.token)) in operand")
        }
    }

    /// `.A.B` right behind an operand.
    private mutating func fields() throws(TemplateFault) -> [String] {
        var fields: [String] = []
        while case .field(let name) = try peek().token, try !peek().isApart {
            fields.append(name)
            _ = try next()
        }
        return fields
    }

    private static func joined(
        _ kind: TemplateOperand.Kind,
        _ fields: [String],
        _ parser: TemplateParser
    ) throws(TemplateFault) -> TemplateOperand.Kind {
        guard !fields.isEmpty else { return kind }
        switch kind {
        case .field(let names): return .field(names + fields)
        case .variable(let name, let names): return .variable(name, names + fields)
        case .dot, .absent, .value:
            throw parser.fault("unexpected . after term \"\(fields[0])\"")
        default:
            return .chain(TemplateOperand(position: parser.scanner.position, kind: kind), fields)
        }
    }

    private func number(_ source: String) throws(TemplateFault) -> TemplateValue {
        guard let value = GoNumber.value(source) else {
            throw fault("bad number syntax: \"\(source)\"")
        }
        return value
    }

    private func check(_ name: String) throws(TemplateFault) {
        guard variables.contains(name) else { throw fault("undefined variable \"\(name)\"") }
    }

    mutating func enter() throws(TemplateFault) {
        depth += 1
        guard depth <= Self.depthLimit else { throw fault("nested too deeply") }
    }

    mutating func peek() throws(TemplateFault) -> PlacedToken {
        if let peeked { return peeked }
        let token = try scanner.next(trims: &trims)
        peeked = token
        return token
    }

    mutating func next() throws(TemplateFault) -> PlacedToken {
        let token = try peek()
        peeked = nil
        return token
    }

    private mutating func skip(_ token: TemplateToken) throws(TemplateFault) -> Bool {
        guard try peek().token == token else { return false }
        _ = try next()
        return true
    }

    mutating func expectEnd(_ what: String) throws(TemplateFault) {
        let token = try next().token
        guard token == .end else { throw fault("unexpected \(Self.shown(token)) in \(what)") }
    }

    func fault(_ what: String) -> TemplateFault { scanner.fault(what) }

    private static func shown(_ token: TemplateToken) -> String {
        switch token {
        case .identifier(let name), .variable(let name), .number(let name): "<\(name)>"
        case .field(let name): "<.\(name)>"
        case .text(let source, _): source
        case .dot: "<.>"
        case .pipe: "\"|\""
        case .open: "\"(\""
        case .close: "\")\""
        case .declare: "\":=\""
        case .assign: "\"=\""
        case .comma: "\",\""
        case .end: "\"}}\""
        }
    }
}
