extension [String] {
    /// One description of all parts that say something.
    ///
    /// For example `A 3; B 2.`
    var asDetail: String {
        let parts = map { $0.cleanedForDrawing(limit: 100) }.filter { !$0.isEmpty }
        return parts.isEmpty ? "" : parts.joined(separator: "; ") + "."
    }
}
