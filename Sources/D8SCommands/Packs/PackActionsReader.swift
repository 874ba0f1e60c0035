import D8SModel
import Yams

/// Reads `do:` of a measure: orders with impact and effort.
struct PackActionsReader {
    func read(_ outer: inout MappingReader) -> [Action] {
        guard let node = outer.node("do") else { return [] }
        guard let nodes = node.sequence else {
            outer.note(node, "`do` has to be a list of `{text, impact, effort}`")
            return []
        }
        return nodes.compactMap { action($0, &outer) }
    }

    private func action(_ node: Node, _ outer: inout MappingReader) -> Action? {
        var reader = outer.nestedReader(node, title: "an action")
        let text = reader.string("text")
        let impact = weight("impact", &reader), effort = weight("effort", &reader)
        if text == nil { reader.noteMissing("an action needs a `text`") }
        outer.absorb(reader.finish())
        return text.map { Action(text: $0, impact: impact ?? .medium, effort: effort ?? .medium) }
    }

    private func weight(_ key: String, _ reader: inout MappingReader) -> Action.Weight? {
        reader.value(key, form: "low, medium or high", Action.Weight.init(rawValue:))
    }
}
