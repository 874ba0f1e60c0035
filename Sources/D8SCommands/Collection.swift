import D8SCollect
import D8SHistory
import D8SModel
import Logging
import Synchronization

/// Brings what sources have into the history and records each attempt, failed ones too.
struct Collection: Sendable {
    let history: History
    let log: Logger
    /// The clock that dates the attempts.
    let now: @Sendable () -> Instant

    /// How many sources are read at one time: an answer of each is in memory.
    private static let sideBySide = 16

    /// Collects from every source, side by side; one that fails never stops the others.
    ///
    /// - Returns: How many failed.
    /// - Throws: `HistoryError` if the history itself cannot be written.
    func collect(_ sources: [SourceConfiguration]) async throws -> Int {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            var failed = 0
            for (position, source) in sources.enumerated() {
                if position >= Self.sideBySide, try await group.next() == false { failed += 1 }
                group.addTask { try await collect(source) != nil }
            }
            return try await group.reduce(into: failed) { $0 += $1 ? 0 : 1 }
        }
    }

    /// Collects from one source and records what became of it.
    ///
    /// - Returns: What was read; nil if it failed, or brought costs that were refused, which is then
    ///   logged and recorded.
    /// - Throws: `HistoryError` if the history itself cannot be written.
    func collect(_ source: SourceConfiguration) async throws -> CollectReport? {
        guard let outcome = try await outcome(of: source),
            outcome.count.refusedStatements.isEmpty
        else { return nil }
        return outcome.report
    }

    /// The same, with what became of the records.
    func outcome(
        of source: SourceConfiguration
    ) async throws -> (report: CollectReport, count: IngestCount)? {
        try history.register(
            source: source.name,
            kind: source.kind,
            interval: source.interval,
            seriesLimit: source.seriesLimit
        )
        for line in source.collector.secrets.compactMap(\.exposure) {
            log.warning("\(source.name): \(line)")
        }
        let started = now()
        let count = Mutex(IngestCount())
        do {
            let report = try await source.collector.collect(occasion(of: source)) { batch in
                let taken = try history.ingest(batch, from: source.name, at: now())
                count.withLock { $0 = $0 + taken }
            }
            let total = count.withLock(\.self)
            try record(source.name, started, total, report)
            return (report, total)
        } catch {
            let failed = CollectionAttempt(
                started: started,
                finished: now(),
                error: Self.summary(of: error),
                count: count.withLock(\.self)
            )
            try history.abandonCosts(of: source.name)
            try history.record(failed, of: source.name)
            tell(count.withLock(\.self), of: source.name)
            log.error("\(source.name): \(error)")
            return nil
        }
    }

    /// The clock, and what the history knows of earlier collections from this source.
    func occasion(of source: SourceConfiguration) throws(HistoryError) -> Occasion {
        Occasion(
            now: now,
            cursors: try history.cursors(of: source.name),
            lastSuccess: try history.lastSuccess(of: source.name),
            deployments: { service, environment in
                try history.serviceHistories(
                    in: environment,
                    asOf: Instant(milliseconds: .max),
                    named: [service]
                ).first?.deployments ?? []
            },
            progress: { log.info("\(source.name): \($0)") }
        )
    }

    private func record(
        _ source: String,
        _ started: Instant,
        _ count: IngestCount,
        _ report: CollectReport
    ) throws {
        let attempt = CollectionAttempt(
            started: started,
            finished: now(),
            error: count.refusedStatements.first?.sentence,
            count: count,
            rejected: report.rejected,
            newestEvent: report.newest
        )
        try history.record(attempt, of: source)
        log.info("\(source): \(Self.words(count, report))")
        for problem in report.problems { log.warning("\(problem)") }
        let more = report.rejected - report.problems.count
        if more > 0 { log.warning("\(more) more rows could not be used") }
        for note in report.notes { log.info("\(source): \(note)") }
        for warning in report.warnings { log.warning("\(source): \(warning)") }
        tell(count, of: source)
    }

    /// Says which statements of costs were not taken, and which are unlike those before.
    private func tell(_ count: IngestCount, of source: String) {
        for refusal in count.refusedStatements { log.warning("\(source): \(refusal.sentence)") }
        for novelty in count.novelties {
            log.warning("\(source): \(novelty.sentence(source: source))")
        }
    }

    private static func words(_ count: IngestCount, _ report: CollectReport) -> String {
        let events = count.inserted + count.updated + count.unchanged
        let tellsRecords = events > 0 || report.empty > 0 || !count.refusedStatements.isEmpty
        let samples =
            count.samples > 0 || !tellsRecords
            ? ["\(count.samples) samples"] : []
        let records =
            tellsRecords
            ? ["\(report.read) read", "\(count.inserted) new", "\(count.updated) changed"] : []
        let refused =
            (count.refusedSeries > 0 ? ["\(count.refusedSeries) series over the limit"] : [])
            + (count.refusedSamples > 0 ? ["\(count.refusedSamples) samples from the future"] : [])
        let left =
            report.rejected > 0 || tellsRecords
            ? ["\(report.rejected) left out"] : []
        return (records + samples + refused + left).joined(separator: ", ")
    }

    /// The error on one line, for pages; a list is cut after its first entry.
    private static func summary(of error: any Error) -> String {
        "\(error)".split(separator: "\n").prefix(2)
            .map { $0.trimmingPrefix { $0 == " " } }.joined(separator: " ")
    }
}
