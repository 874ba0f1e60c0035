internal import D8SModel

extension Evaluator {
    /// The rollups to read if samples are wanted from before the first raw ones; nil if not, or if
    /// there are none.
    ///
    /// The answer says that they were read.
    mutating func rollups(_ from: Int64, range: Int64) throws(QueryError) -> RollupSource? {
        let found: RollupSource?
        do {
            found = try Self.source(storage, from, range: range)
        } catch {
            throw .storage(reason: "\(error)")
        }
        guard let found else { return nil }
        notes.warn(
            "Samples before \(Instant(milliseconds: found.rawStart)) are kept as rollups of "
                + "\(PromDuration.text(found.step)); values that reach before then are made of these."
        )
        return found
    }

    /// The longest rollups of which five are in a range, as Thanos chooses, that are still kept.
    private static func source(
        _ storage: any SampleStorage,
        _ from: Int64,
        range: Int64
    ) throws -> RollupSource? {
        let lengths = storage.rollupSteps
        guard !lengths.isEmpty, let start = try storage.rawStart(), from < start.milliseconds else {
            return nil
        }
        let starts = try lengths.map { try storage.rollupStart(step: $0)?.milliseconds ?? .max }
        // Of what began at the same time, the longer rollups begin earlier by less than one.
        let earliest = (starts.min() ?? 0).addingReportingOverflow(lengths.last ?? 0).partialValue
        let usable = zip(lengths, starts).filter { $1 <= max(from, earliest) }.map(\.0)
        guard let shortest = usable.first else { return nil }
        let step = usable.last { $0 <= range / 5 } ?? shortest
        return RollupSource(step: step, rawStart: start.milliseconds)
    }

    /// Hands over rollups as `forEachSeries` does samples.
    mutating func forEachRollup(
        _ selector: VectorSelector,
        _ source: RollupSource,
        from: Int64,
        to: Int64,
        _ body: (Series, RollupSlice) throws(QueryError) -> Void
    ) throws(QueryError) {
        guard from <= to else { return }
        let matching = try SeriesSelector(selector.matchers)
        do {
            let damage = try storage.forEachRollup(
                matching,
                step: source.step,
                from: Instant(milliseconds: from),
                to: Instant(milliseconds: to),
                body
            )
            for sentence in damage { notes.warn(sentence) }
        } catch let error as QueryError {
            throw error
        } catch {
            throw .storage(reason: "\(error)")
        }
    }
}
