package import D8SModel

/// How long the pods of a task run were there.
package struct RunHours: Hashable, Sendable {
    /// Hours of the last attempt; nil if no times say.
    package let last: Double?
    /// Hours of the attempts before it; 0 without any, nil if no times say.
    ///
    /// Tekton begins the next attempt as soon as one has failed and keeps the times of the last one
    /// only: those before it ran from the creation of the task run to its present start.
    package let earlier: Double?

    package var all: Double { (last ?? 0) + (earlier ?? 0) }

    /// For one that goes on, or that was seen last when it did: a day is counted at most.
    private static let longest = 86_400.0

    /// - Parameters:
    ///   - run: The task run. One that is over without saying since when is counted until its last
    ///     step ended.
    ///   - pod: Hours that its pod was there, if that is known better.
    ///   - end: Until when one that goes on is counted: what the report is about, or when the run
    ///     that it belongs to ended.
    package init(_ run: Run, pod: Double? = nil, until end: Instant) {
        let isOver = ![.pending, .running, .unknown].contains(run.status)
        let latest = min(end, (run.started ?? end).adding(seconds: Self.longest))
        let ended = run.finished ?? (isOver ? run.steps.compactMap(\.finished).max() : latest)
        let hours = run.started.flatMap { start in ended.map { Self.hours(start, $0) } } ?? nil
        last = pod ?? (run.status == .pending ? 0 : hours)
        guard run.retries > 0 else {
            earlier = 0
            return
        }
        let before = run.started.flatMap { Self.hours(run.created, $0) }
        earlier = before == 0 ? nil : before
    }

    /// Nil if it ends before it begins.
    private static func hours(_ start: Instant, _ end: Instant) -> Double? {
        let seconds = end.seconds(since: start)
        return seconds >= 0 ? seconds / 3600 : nil
    }
}
