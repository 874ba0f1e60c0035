/// A line as high as a word, without axes.
package struct Sparkline: Hashable, Sendable {
    package var title: String
    /// At equal steps; nil is a gap.
    package var values: [Double?]
    package var ink: Ink

    package init(title: String, values: [Double?], ink: Ink = .series) {
        self.title = title
        self.values = values
        self.ink = ink
    }
}
