package import D8SCharts

/// The sheet that a summary is printed on.
package enum Paper: String, Hashable, Sendable, CaseIterable {
    case a4
    case letter

    /// ISO 216 (210 × 297 mm) and ANSI Y14.1 (8.5 × 11 in), in points.
    package var size: Size {
        switch self {
        case .a4: Size(width: 210 / 25.4 * 72, height: 297 / 25.4 * 72)
        case .letter: Size(width: 612, height: 792)
        }
    }
}
