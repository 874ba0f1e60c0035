/// How a text is set.
///
/// The family is Inter where it is installed, else the system's sans-serif.
package struct TextStyle: Hashable, Sendable {
    package enum Weight: Int, Sendable {
        case regular = 400
        case semibold = 600
        case bold = 700
    }

    /// In points.
    package var size: Double
    package var weight: Weight
    package var isItalic: Bool
    package var isMonospaced: Bool

    package init(
        size: Double,
        weight: Weight = .regular,
        isItalic: Bool = false,
        isMonospaced: Bool = false
    ) {
        self.size = size
        self.weight = weight
        self.isItalic = isItalic
        self.isMonospaced = isMonospaced
    }
}
