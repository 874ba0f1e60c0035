import D8SModel

/// How a run ended.
struct RunEnd: Sendable {
    let subject: RunSubject
    let created: Instant
    let finished: Instant
    let isFailure: Bool
    /// How long it took; nil of one that failed, whose time says nothing of a whole run, and where
    /// the source does not say.
    let seconds: Double?

    /// Nil for a run that has not ended, and for one of which it is not known whether it failed:
    /// one that somebody stopped is neither a success nor a failure.
    init?(_ run: Run, parent: String?) {
        switch run.status {
        case .success: isFailure = false
        case .failure, .timeout: isFailure = true
        case .pending, .running, .cancelled, .unknown: return nil
        }
        subject = RunSubject(run, parent: parent)
        created = run.created
        finished = max(run.finished ?? run.created, run.created)
        let time = run.finished.map { $0.seconds(since: run.started ?? run.created) }
        seconds = isFailure ? nil : time.flatMap { $0 >= 0 ? $0 : nil }
    }

    /// The ends of runs that were known at an instant, in the order of their creation.
    static func all(of runs: [Run], knownAt asOf: Instant) -> [RunEnd] {
        var pipelines: [String: String] = [:]
        for run in runs where run.kind == .pipeline { pipelines[run.id] = run.pipeline }
        return runs.compactMap { run in
            RunEnd(run, parent: run.parent.flatMap { pipelines[$0] })
        }
        .filter { $0.finished <= asOf }
        .enumerated().sorted { ($0.element.created, $0.offset) < ($1.element.created, $1.offset) }
        .map(\.element)
    }
}
