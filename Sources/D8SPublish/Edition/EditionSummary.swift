package import D8SModel

/// What `edition.json` says about the content of an edition.
package struct EditionSummary: Hashable, Sendable {
    /// The title of the first page: `Three things need attention`.
    package let headline: String
    /// Active items by severity; what is not named has none.
    package let items: [Severity: Int]

    package init(headline: String, items: [Severity: Int]) {
        self.headline = headline
        self.items = items
    }

    /// Counts the items of a night.
    package init(headline: String, items: [Item]) {
        self.init(headline: headline, items: Dictionary(items.map { ($0.severity, 1) }) { $0 + $1 })
    }
}
