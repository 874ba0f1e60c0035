/// A template as it was read: text with actions in double braces (Go's `text/template`).
struct Template: Sendable {
    let name: String
    let text: String
    let nodes: [TemplateNode]
    /// Those that it defines itself, by name.
    let templates: [String: [TemplateNode]]

    /// Where a byte is, as Go says it: the line from 1, the column from 0.
    func place(of position: Int) -> String {
        let before = Array(text.utf8.prefix(position))
        let line = 1 + before.count { $0 == UInt8(ascii: "\n") }
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return "\(name):\(line):\(before.count - start)"
    }
}
