/// Width and height in points (CSS pixels; 1/72 inch in a PDF).
package struct Size: Hashable, Sendable {
    package var width: Double
    package var height: Double

    package init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }
}
