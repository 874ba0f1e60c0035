/// A statement with places to fill in.
///
/// Places: `{entity}`, `{value}`, `{limit}`, `{since}`, `{for}`, `{worst}`, and `{label}` for any
/// label of the series. Another word in braces is an error of the pack.
package struct PackWords: Hashable, Sendable {
    package var title: String
    package var detail: String

    package init(title: String, detail: String) {
        self.title = title
        self.detail = detail
    }
}
