package import D8SModel

/// What a whole is made of, level by level: each node is a field as high as its share, its parts
/// stand right of it.
///
/// What is below 0 (a credit) has no height; it is said in a line under the picture.
package struct IcicleChart: Hashable, Sendable {
    package struct Node: Hashable, Sendable {
        package var label: String
        /// The node's own total, its parts included.
        package var value: Double
        /// In any order; the greatest are drawn first.
        package var parts: [Node]

        package init(label: String, value: Double, parts: [Node] = []) {
            self.label = label
            self.value = value
            self.parts = parts
        }
    }

    /// What the picture says, for people who cannot see it.
    package var title: String
    package var root: Node
    package var unit: Unit
    package var format: Format

    package init(title: String, root: Node, unit: Unit, format: Format) {
        self.title = title
        self.root = root
        self.unit = unit
        self.format = format
    }
}
