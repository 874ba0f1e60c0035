import Synchronization

@testable import D8SSite

/// Walks the templates with the values that pages give them, and notes every name that is not
/// there or is of the wrong kind: the library renders an unknown name as nothing.
final class StrictRenderer: Renderer {
    private struct Log {
        var problems: Set<String> = []
        var visited: Set<String> = []
    }

    private let templates: [String: [TemplateTag]]
    private let log = Mutex(Log())

    init(_ texts: [String: String]) {
        templates = texts.mapValues { TemplateTag.tags(of: $0) ?? [] }
    }

    var problems: [String] { log.withLock { $0.problems.sorted() } }

    /// Tags that no page has come to.
    var neverRendered: [String] {
        let all = templates.flatMap { name, tags in Self.names(of: tags, in: name) }
        return log.withLock { log in all.filter { !log.visited.contains($0) }.sorted() }
    }

    func render(_ name: String, _ fields: Fields) throws(SiteError) -> String {
        guard let tags = templates[name] else { throw .missingTemplate(name: name) }
        walk(tags, in: name, [.group(fields)])
        return ""
    }

    private func walk(_ tags: [TemplateTag], in template: String, _ stack: [Field]) {
        for tag in tags {
            switch tag {
            case .partial(let name):
                guard let tags = templates[name] else {
                    note("\(template): no partial \(name)")
                    continue
                }
                walk(tags, in: name, stack)
            case .variable(let name, let id):
                visit(template, name, id)
                if case .text = lookUp(name, stack) { continue }
                note("\(template): {{\(name)}} is no text")
            case .raw(let name, let id):
                visit(template, name, id)
                if case .markup = lookUp(name, stack) { continue }
                note("\(template): {{{\(name)}}} is no markup")
            case .section(let name, let inner, let id):
                visit(template, name, id)
                enter(name, inner, in: template, stack)
            case .inverted(let name, let inner, let id):
                visit(template, name, id)
                guard let field = lookUp(name, stack) else {
                    note("\(template): nothing is called \(name)")
                    continue
                }
                if field.isEmpty { walk(inner, in: template, stack) }
            }
        }
    }

    private func enter(
        _ name: String,
        _ inner: [TemplateTag],
        in template: String,
        _ stack: [Field]
    ) {
        switch lookUp(name, stack) {
        case nil, .markup: note("\(template): nothing is called \(name)")
        case .flag(let flag): if flag { walk(inner, in: template, stack) }
        case .text(let text): walk(inner, in: template, stack + [.text(text)])
        case .group(let fields): walk(inner, in: template, stack + [.group(fields)])
        case .list(let list):
            for fields in list { walk(inner, in: template, stack + [.group(fields)]) }
        case .texts(let texts):
            for text in texts { walk(inner, in: template, stack + [.text(text)]) }
        }
    }

    private func lookUp(_ name: String, _ stack: [Field]) -> Field? {
        if name == "." { return stack.last }
        for case .group(let fields) in stack.reversed() {
            if let field = fields[name] { return field }
        }
        return nil
    }

    private func visit(_ template: String, _ name: String, _ id: Int) {
        log.withLock { _ = $0.visited.insert("\(template) #\(id) \(name)") }
    }

    private func note(_ problem: String) {
        log.withLock { _ = $0.problems.insert(problem) }
    }

    private static func names(of tags: [TemplateTag], in template: String) -> [String] {
        tags.flatMap { tag -> [String] in
            switch tag {
            case .partial: []
            case .variable(let name, let id), .raw(let name, let id):
                ["\(template) #\(id) \(name)"]
            case .section(let name, let inner, let id), .inverted(let name, let inner, let id):
                ["\(template) #\(id) \(name)"] + names(of: inner, in: template)
            }
        }
    }
}

extension Field {
    fileprivate var isEmpty: Bool {
        switch self {
        case .flag(let flag): !flag
        case .list(let list): list.isEmpty
        case .texts(let texts): texts.isEmpty
        case .text, .markup, .group: false
        }
    }
}
