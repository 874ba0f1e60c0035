/// How many past editions stay inside the site.
package struct Retention: Hashable, Sendable {
    /// The most past editions that are kept; 0 keeps none.
    package var count: Int
    /// How many days back a past edition may lie; nil sets no bound.
    package var days: Int?

    package init(count: Int = 30, days: Int? = nil) {
        self.count = count
        self.days = days
    }
}
