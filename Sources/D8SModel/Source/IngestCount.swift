/// What became of the records of one collection.
package struct IngestCount: Hashable, Sendable {
    /// Rows that the history did not hold before.
    package var inserted: Int
    /// Rows that it held with another content (a rewritten tag, an incident now resolved).
    package var updated: Int
    /// Rows that it held already, word for word.
    package var unchanged: Int
    /// Samples taken in, whether or not the history held them before.
    package var samples: Int

    package init(inserted: Int = 0, updated: Int = 0, unchanged: Int = 0, samples: Int = 0) {
        self.inserted = inserted
        self.updated = updated
        self.unchanged = unchanged
        self.samples = samples
    }

    package static func + (left: IngestCount, right: IngestCount) -> IngestCount {
        IngestCount(
            inserted: left.inserted + right.inserted,
            updated: left.updated + right.updated,
            unchanged: left.unchanged + right.unchanged,
            samples: left.samples + right.samples
        )
    }
}
