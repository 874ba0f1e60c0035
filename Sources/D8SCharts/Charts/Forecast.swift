package import D8SModel

/// Where a measure is going: its likely course and how sure that is.
package struct Forecast: Hashable, Sendable {
    package typealias Point = ExpectedCourse.Point

    /// Written before the last likely value: `forecast`.
    package var label: String
    /// In order of time; the first one may be the last that was measured.
    package var points: [Point]
    package var ink: Ink

    package init(label: String, points: [Point], ink: Ink = .info) {
        self.label = label
        self.points = points
        self.ink = ink
    }
}
