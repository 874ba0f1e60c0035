/// A change that is ready to be made.
package struct Snippet: Hashable, Sendable {
    package enum Language: String, Hashable, Sendable {
        case yaml, shell
    }

    package let language: Language
    /// Whole lines.
    package let text: String

    package init(language: Language, text: String) {
        self.language = language
        self.text = text
    }
}
