/// A part of a template: text, an action, or a block that other parts are in.
indirect enum TemplateNode: Sendable {
    case text(String)
    case action(TemplatePipeline)
    case block(TemplateBlock)
    /// `{{template "name" pipeline}}`.
    case template(name: String, TemplatePipeline?, position: Int)
    case leave(isBreak: Bool)
}

/// `{{if}}`, `{{with}}` or `{{range}}` up to its `{{end}}`.
struct TemplateBlock: Sendable {
    enum Kind: String, Sendable {
        case condition = "if"
        case with
        case range
    }

    var kind: Kind
    var pipeline: TemplatePipeline
    var body: [TemplateNode]
    var otherwise: [TemplateNode]
}

/// Commands of which each gets the value of the one before it as its last argument.
struct TemplatePipeline: Sendable {
    var position: Int
    /// What it declares or sets: `$x := …`, `$i, $x := range …`.
    var variables: [String] = []
    var isAssignment = false
    var commands: [TemplateCommand] = []

    /// As Go shows it in errors.
    var text: String {
        let names = variables.joined(separator: ", ")
        let head = variables.isEmpty ? "" : names + (isAssignment ? " = " : " := ")
        return head + commands.map(\.text).joined(separator: " | ")
    }
}

/// A function or value with its arguments.
struct TemplateCommand: Sendable {
    var operands: [TemplateOperand]

    var position: Int { operands.first?.position ?? 0 }
    var text: String { operands.map(\.text).joined(separator: " ") }
}

/// What stands in a command.
struct TemplateOperand: Sendable {
    indirect enum Kind: Sendable {
        case dot
        case absent
        case value(TemplateValue, source: String)
        case field([String])
        case variable(String, [String])
        case function(String)
        case pipeline(TemplatePipeline)
        /// Fields of a value in parentheses: `(query "up").Labels`.
        case chain(TemplateOperand, [String])
    }

    var position: Int
    var kind: Kind

    var text: String {
        switch kind {
        case .dot: "."
        case .absent: "nil"
        case .value(_, let source): source
        case .field(let names): names.map { "." + $0 }.joined()
        case .variable(let name, let fields): ([name] + fields).joined(separator: ".")
        case .function(let name): name
        case .pipeline(let pipeline): "(\(pipeline.text))"
        case .chain(let operand, let fields):
            operand.text + fields.map { "." + $0 }.joined()
        }
    }
}
