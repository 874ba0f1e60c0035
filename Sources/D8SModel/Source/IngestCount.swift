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
    /// Series that were not taken, being over the source's limit; counted once in each batch.
    package var refusedSeries: Int
    /// Samples that were not taken, being too far ahead of the clock or some 35,000 years away.
    package var refusedSamples: Int
    /// Statements of costs that were not taken.
    package var refusedStatements: [CostRefusal]
    /// Statements of costs that were taken, although they are unlike those of their source before.
    package var novelties: [CostNovelty]

    package init(
        inserted: Int = 0,
        updated: Int = 0,
        unchanged: Int = 0,
        samples: Int = 0,
        refusedSeries: Int = 0,
        refusedSamples: Int = 0,
        refusedStatements: [CostRefusal] = [],
        novelties: [CostNovelty] = []
    ) {
        self.inserted = inserted
        self.updated = updated
        self.unchanged = unchanged
        self.samples = samples
        self.refusedSeries = refusedSeries
        self.refusedSamples = refusedSamples
        self.refusedStatements = refusedStatements
        self.novelties = novelties
    }

    package static func + (left: IngestCount, right: IngestCount) -> IngestCount {
        IngestCount(
            inserted: left.inserted + right.inserted,
            updated: left.updated + right.updated,
            unchanged: left.unchanged + right.unchanged,
            samples: left.samples + right.samples,
            refusedSeries: left.refusedSeries + right.refusedSeries,
            refusedSamples: left.refusedSamples + right.refusedSamples,
            refusedStatements: left.refusedStatements + right.refusedStatements,
            novelties: left.novelties + right.novelties
        )
    }
}
