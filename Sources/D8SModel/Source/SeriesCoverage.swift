/// How many series a source brings, and whether it brings more than it may.
package struct SeriesCoverage: Hashable, Sendable {
    /// Series with a sample in the last full day before the source's newest sample.
    package let active: Int
    /// The same a week earlier; nil if the source is younger than that.
    package let before: Int?
    /// The most series that the source may have in the history.
    package let limit: Int
    /// Series that the last collection brought and the history did not take, being over the limit.
    package let refused: Int

    package init(active: Int, before: Int?, limit: Int, refused: Int) {
        self.active = active
        self.before = before
        self.limit = limit
        self.refused = refused
    }
}
