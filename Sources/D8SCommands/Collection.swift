import D8SCollect
import D8SHistory
import D8SModel
import Logging

/// Brings what sources have into the history and records each attempt, failed ones too.
struct Collection: Sendable {
    let history: History
    let log: Logger
    /// The clock that dates the attempts.
    let now: @Sendable () -> Instant

    /// Collects from every source, side by side; one that fails never stops the others.
    ///
    /// - Returns: How many failed.
    /// - Throws: `HistoryError` if the history itself cannot be written.
    func collect(_ sources: [SourceConfiguration]) async throws -> Int {
        for source in sources {
            try history.register(source: source.name, kind: source.kind, interval: source.interval)
        }
        return try await withThrowingTaskGroup(of: Bool.self) { group in
            for source in sources {
                group.addTask { try collect(source) }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 0 : 1 }
        }
    }

    /// Collects from one registered source; false, with the failure recorded, if it failed.
    private func collect(_ source: SourceConfiguration) throws -> Bool {
        switch source.work {
        case .git(let repository):
            let known = try deployments(of: repository)
            return try attempt(source.name) { sink throws(CollectError) in
                try repository.collect(remembering: known, into: sink)
            } != nil
        case .files(let files):
            return try attempt(source.name) { sink throws(CollectError) in
                try files.read(into: sink)
            } != nil
        }
    }

    /// What the history holds of the repository's releases already.
    private func deployments(of repository: GitSource) throws -> [Deployment] {
        let histories = try history.serviceHistories(
            in: repository.environment,
            asOf: Instant(milliseconds: .max),
            named: [repository.service]
        )
        return histories.first?.deployments ?? []
    }

    /// Runs one collection and records what became of it.
    ///
    /// - Returns: What was read; nil if it failed, which is then logged and recorded.
    @discardableResult
    func attempt(
        _ source: String,
        _ read: (RecordSink) throws(CollectError) -> CollectReport
    ) throws -> CollectReport? {
        let started = now()
        var count = IngestCount()
        do {
            let report = try read { batch in
                count = count + (try history.ingest(batch, from: source))
            }
            try record(source, started, count, report)
            return report
        } catch {
            let failed = CollectionAttempt(
                started: started,
                finished: now(),
                error: Self.summary(of: error),
                count: count
            )
            try history.record(failed, of: source)
            log.error("\(source): \(error)")
            return nil
        }
    }

    /// The error on one line, for pages; a list is cut after its first entry.
    private static func summary(of error: any Error) -> String {
        "\(error)".split(separator: "\n").prefix(2)
            .map { $0.trimmingPrefix { $0 == " " } }.joined(separator: " ")
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
            count: count,
            rejected: report.rejected,
            newestEvent: report.newest
        )
        try history.record(attempt, of: source)
        log.info(
            """
            \(source): \(report.read) read, \(count.inserted) new, \(count.updated) changed, \
            \(report.rejected) left out
            """
        )
        for problem in report.problems { log.warning("\(problem)") }
        let more = report.rejected - report.problems.count
        if more > 0 { log.warning("\(more) more rows could not be used") }
        for note in report.notes { log.info("\(source): \(note)") }
    }
}
