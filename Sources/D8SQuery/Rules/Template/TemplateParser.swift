/// Reads a template of Go's `text/template` into nodes.
struct TemplateParser {
    var scanner: TemplateScanner
    var trims = false
    var peeked: PlacedToken?
    /// The variables that may be used here.
    var variables: [String] = ["$"]
    private var loops = 0
    var depth = 0
    /// Templates that `define` and `block` name.
    private(set) var templates: [String: [TemplateNode]] = [:]

    static let depthLimit = 100

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
