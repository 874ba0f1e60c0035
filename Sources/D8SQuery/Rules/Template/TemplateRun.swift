/// One expansion of a template, bounded in its work and its output.
struct TemplateRun {
    let template: Template
    let surroundings: TemplateFunctions.Surroundings
    var variables: [(name: String, value: TemplateValue)]
    var output = ""
    var steps = 0
    private var depth = 0
    /// The part that is being evaluated, for errors.
    var place: (position: Int, text: String) = (0, "")

    static let stepLimit = 100_000
    static let outputLimit = 1 << 16
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
