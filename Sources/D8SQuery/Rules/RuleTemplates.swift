/// What a rule file's reader asks of templates.
package enum RuleTemplates {
    /// Why the text cannot be a label or an annotation of this alert; nil if it can.
    package static func fault(in text: String, ofAlert name: String) -> String? {
        do throws(TemplateFault) {
            _ = try TemplateExpander.template(text, ofAlert: name)
            return nil
        } catch {
            return error.message
        }
    }
}

extension RuleTemplates {
    /// Whether the text may be another one for the same labels: it has the value in it, or asks.
    static func varies(_ text: String, ofAlert name: String) -> Bool {
        guard text.contains("{{"),
            let template = try? TemplateExpander.template(text, ofAlert: name)
        else { return false }
        let labels = ["$labels", "$externalLabels", "$externalURL"]
        // The first four actions are those that Prometheus puts before each template.
        let own = template.nodes.dropFirst(4)
        let operands =
            own.flatMap(\.operands) + template.templates.values.flatMap { $0.flatMap(\.operands) }
        return operands.contains { operand in
            switch operand.kind {
            case .dot: true
            case .field(let names): names.first == "Value"
            case .variable(let name, let fields):
                !labels.contains(name) && !(name == "$" && fields.first == "Labels")
            case .function(let name): ["query", "now"].contains(name)
            case .absent, .value, .pipeline, .chain: false
            }
        }
    }
}

extension TemplateNode {
    /// All operands in it.
    fileprivate var operands: [TemplateOperand] {
        switch self {
        case .text, .leave: []
        case .action(let pipeline): pipeline.operands
        case .block(let block):
            block.pipeline.operands + (block.body + block.otherwise).flatMap(\.operands)
        case .template(_, let argument, _): argument?.operands ?? []
        }
    }
}

extension TemplatePipeline {
    fileprivate var operands: [TemplateOperand] {
        commands.flatMap(\.operands).flatMap { operand -> [TemplateOperand] in
            switch operand.kind {
            case .pipeline(let inner): [operand] + inner.operands
            case .chain(let inner, _):
                TemplatePipeline(position: 0, commands: [TemplateCommand(operands: [inner])])
                    .operands
            default: [operand]
            }
        }
    }
}
