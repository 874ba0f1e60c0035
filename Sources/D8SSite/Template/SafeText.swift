import Mustache

/// The content type of all templates: escapes by `String.escaped`, not by the library's own rule,
/// which looks at graphemes and so misses a quote before a combining mark.
struct SafeText: MustacheContentType {
    static let name = "SAFE"

    func escapeText(_ text: String) -> String {
        text.escaped
    }
}
