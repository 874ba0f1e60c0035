import D8SHistory
import D8SModel
import Logging

/// Collects from each source at its own interval until the task is cancelled.
struct Watch: Sendable {
    let collection: Collection
    let log: Logger
    /// Waits this many seconds; throws when the task is cancelled.
    let sleep: @Sendable (Double) async throws -> Void

    /// How often at most a source is read, in seconds.
    static let shortestInterval = 1.0
    /// For sources that have no rhythm of their own.
    static let defaultInterval = 86_400.0
    /// Seconds over which the sources' first rounds are spread, so that not all are read at once.
    static let spread = 15.0

    /// Collects from all sources, each in turn with itself and side by side with the others.
    ///
    /// A source that takes longer than its interval misses rounds and never runs twice at a time.
    /// A round that the history cannot take in (another process has it, the disk is full) is lost,
    /// with an error in the log, and the next one is tried.
    ///
    /// - Throws: `HistoryError` if the history cannot be used any more.
    func run(_ sources: [SourceConfiguration]) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (position, source) in sources.enumerated() {
                let share = Double(position) / Double(max(sources.count, 1))
                group.addTask { try await watch(source, share: share) }
            }
            try await group.waitForAll()
        }
    }

    private func watch(_ source: SourceConfiguration, share: Double) async throws {
        let interval = max(source.interval ?? Self.defaultInterval, Self.shortestInterval)
        var due = collection.now().adding(seconds: share * min(interval, Self.spread))
        while await waits(until: due) {
            do {
                _ = try await collection.collect(source)
            } catch let error as HistoryError where error.passes {
                log.error("\(source.name): \(error)")
            }
            due = Self.next(after: due, now: collection.now(), interval: interval)
        }
    }

    /// False if the task was cancelled meanwhile.
    private func waits(until due: Instant) async -> Bool {
        do {
            try await sleep(max(0, due.seconds(since: collection.now())))
            return !Task.isCancelled
        } catch {
            return false
        }
    }

    /// The first beat of the interval after `due` that is still to come.
    static func next(after due: Instant, now: Instant, interval: Double) -> Instant {
        let missed = max(0, (now.seconds(since: due) / interval).rounded(.down))
        return due.adding(seconds: (missed + 1) * interval)
    }
}
