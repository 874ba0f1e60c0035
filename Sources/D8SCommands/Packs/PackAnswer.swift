import D8SModel

/// What a query of a pack came to over a range.
struct PackAnswer {
    /// In the order of their series' bytes.
    var lines: [MeasureReading.Line]
    /// What the engine warned of.
    var warnings: [String]
}
