/// A chart or a page laid out: marks with coordinates, ready to paint and to compare in tests.
package struct Scene: Hashable, Sendable {
    package var size: Size
    package var marks: [Mark]
    /// What the picture says, in a sentence: its `alt` text and title.
    package var title: String
    /// The numbers in the picture, for people who cannot see it: an SVG's description; empty if
    /// there are none.
    package var detail: String

    package init(size: Size, marks: [Mark] = [], title: String, detail: String = "") {
        self.size = size
        self.marks = marks
        self.title = title
        self.detail = detail
    }
}
