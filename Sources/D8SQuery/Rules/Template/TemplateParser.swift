/// Reads a template of Go's `text/template` into nodes.
struct TemplateParser {
    private var scanner: TemplateScanner
    private var trims = false
    private var peeked: PlacedToken?
    /// The variables that may be used here.
    private var variables: [String] = ["$"]
    private var loops = 0
    private var depth = 0
    /// Templates that `define` and `block` name.
    private(set) var templates: [String: [TemplateNode]] = [:]

    private static let depthLimit = 100

    /// What ends a list of nodes.
    private enum Ending: Equatable {
        case end
        case otherwise(PlacedToken?)
        case wholeText

        static func == (left: Ending, right: Ending) -> Bool {
            switch (left, right) {
            case (.end, .end), (.wholeText, .wholeText): true
            default: false
            }
        }
    }

    private init(_ text: String, name: String) {
        scanner = TemplateScanner(text, name: name)
    }

    /// The template in this text.
    ///
    /// - Throws: `TemplateFault` in Go's words if it is none.
    static func read(_ text: String, name: String) throws(TemplateFault) -> Template {
        var parser = TemplateParser(text, name: name)
        let (nodes, ending) = try parser.list()
        guard ending == .wholeText else {
            let word = ending == .end ? "end" : "else"
            throw parser.fault("unexpected {{\(word)}}")
        }
        return Template(name: name, text: text, nodes: nodes, templates: parser.templates)
    }

    private mutating func list() throws(TemplateFault) -> ([TemplateNode], Ending) {
        var nodes: [TemplateNode] = []
        while true {
            let (text, hasAction) = try scanner.text(isTrimmed: trims)
            trims = false
            if !text.isEmpty { nodes.append(.text(text)) }
            guard hasAction else { return (nodes, .wholeText) }
            if let trimsNext = try scanner.comment() {
                trims = trimsNext
                continue
            }
            if let ending = try action(&nodes) { return (nodes, ending) }
        }
    }

    /// Reads what stands in braces; non-nil if it ends the list.
    private mutating func action(_ nodes: inout [TemplateNode]) throws(TemplateFault) -> Ending? {
        let first = try peek()
        guard case .identifier(let word) = first.token else {
            nodes.append(.action(try pipeline("command")))
            return nil
        }
        switch word {
        case "if", "with", "range":
            _ = try next()
            nodes.append(.block(try block(TemplateBlock.Kind(rawValue: word) ?? .condition)))
        case "end":
            _ = try next()
            try expectEnd("end")
            return .end
        case "else": return try otherwise()
        case "define", "block":
            _ = try next()
            try define(isBlock: word == "block", position: first.position, &nodes)
        case "template":
            _ = try next()
            nodes.append(try template(at: first.position))
        case "break", "continue":
            _ = try next()
            guard loops > 0 else { throw fault("{{\(word)}} outside {{range}}") }
            try expectEnd(word)
            nodes.append(.leave(isBreak: word == "break"))
        default: nodes.append(.action(try pipeline("command")))
        }
        return nil
    }

    /// `{{else}}`, or `{{else if …}}` with its next word left to be read.
    private mutating func otherwise() throws(TemplateFault) -> Ending {
        _ = try next()
        let after = try peek()
        if case .identifier(let word) = after.token, word == "if" || word == "with" {
            return .otherwise(try next())
        }
        try expectEnd("else")
        return .otherwise(nil)
    }

    private mutating func block(_ kind: TemplateBlock.Kind) throws(TemplateFault) -> TemplateBlock {
        try enter()
        let known = variables.count
        let pipeline = try pipeline(kind.rawValue, isRange: kind == .range)
        if kind == .range { loops += 1 }
        let (body, ending) = try list()
        if kind == .range { loops -= 1 }
        var otherwise: [TemplateNode] = []
        switch ending {
        case .end: break
        case .wholeText: throw fault("unexpected EOF")
        case .otherwise(.some(let word)):
            otherwise = [
                .block(try self.block(word.token == .identifier("if") ? .condition : .with))
            ]
        case .otherwise(nil):
            let (nodes, last) = try list()
            guard last == .end else {
                throw fault(last == .wholeText ? "unexpected EOF" : "expected end; found {{else}}")
            }
            otherwise = nodes
        }
        variables.removeLast(max(0, variables.count - known))
        depth -= 1
        return TemplateBlock(kind: kind, pipeline: pipeline, body: body, otherwise: otherwise)
    }

    private mutating func define(
        isBlock: Bool,
        position: Int,
        _ nodes: inout [TemplateNode]
    ) throws(TemplateFault) {
        try enter()
        let clause = isBlock ? "block clause" : "define clause"
        guard case .text(_, let name) = try next().token else {
            throw fault("unexpected token in \(clause)")
        }
        let outer = (variables, loops)
        let argument = isBlock ? try pipeline("block clause") : nil
        if !isBlock { try expectEnd(clause) }
        (variables, loops) = (["$"], 0)
        let (body, ending) = try list()
        guard ending == .end else { throw fault("unexpected EOF") }
        (variables, loops) = outer
        templates[name] = body
        if isBlock { nodes.append(.template(name: name, argument, position: position)) }
        depth -= 1
    }

    private mutating func template(at position: Int) throws(TemplateFault) -> TemplateNode {
        guard case .text(_, let name) = try next().token else {
            throw fault("unexpected token in template clause")
        }
        if try peek().token == .end {
            _ = try next()
            return .template(name: name, nil, position: position)
        }
        return .template(name: name, try pipeline("template clause"), position: position)
    }
}

extension TemplateParser {
    /// A pipeline up to the end of the action.
    private mutating func pipeline(
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

    private mutating func enter() throws(TemplateFault) {
        depth += 1
        guard depth <= Self.depthLimit else { throw fault("nested too deeply") }
    }

    private mutating func peek() throws(TemplateFault) -> PlacedToken {
        if let peeked { return peeked }
        let token = try scanner.next(trims: &trims)
        peeked = token
        return token
    }

    private mutating func next() throws(TemplateFault) -> PlacedToken {
        let token = try peek()
        peeked = nil
        return token
    }

    private mutating func skip(_ token: TemplateToken) throws(TemplateFault) -> Bool {
        guard try peek().token == token else { return false }
        _ = try next()
        return true
    }

    private mutating func expectEnd(_ what: String) throws(TemplateFault) {
        let token = try next().token
        guard token == .end else { throw fault("unexpected \(Self.shown(token)) in \(what)") }
    }

    private func fault(_ what: String) -> TemplateFault { scanner.fault(what) }

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
