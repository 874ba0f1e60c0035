package import D8SModel

/// Foretells every run of a history from what was known when it was created, and the next one of
/// each pipeline and task; what did not keep its word so far is withheld.
package struct RunPredictions: Sendable {
    /// Of each pipeline and task, sorted.
    package private(set) var next: [RunPrediction] = []
    /// All that was foretold of the pipelines, and of the tasks.
    package private(set) var failures: [Run.Kind: ProbabilityScore] = [:]
    package private(set) var durations: [Run.Kind: CoverageScore] = [:]

    /// Runs of a subject that have to be known before one is foretold.
    private static let warmUp = 10
    /// Foretold runs of a subject that show whether it is calibrated.
    static let fewest = 20
    /// Further from what was said is no chance: 1 in 100, two-sided.
    private static let limit = 2.576

    private var states: [RunSubject: State] = [:]
    /// Failed and all runs of each group and of each kind.
    private var groups: [String: Share] = [:]
    private var kinds: [Run.Kind: Share] = [:]

    /// A share of failures, drawn towards one half as if one run had shown it.
    private struct Share {
        var failures = 0.5
        var runs = 1.0

        var value: Double { failures / runs }

        mutating func add(_ isFailure: Bool) {
            failures += isFailure ? 1 : 0
            runs += 1
        }
    }

    private struct State {
        var failure = FailureExpectation()
        var duration = DurationExpectation()
        var runs = 0
        var failures = 0
        var last = Instant(milliseconds: 0)
        var failureScore = ProbabilityScore()
        var durationScore = CoverageScore()
    }

    /// What was said of a run when it was created.
    private struct Said {
        let failure: Double
        let base: Double
        let duration: DurationExpectation.Expected?
    }

    /// Runs in any order; those that ended after `asOf` are not known.
    package init(_ runs: [Run], asOf: Instant) {
        let ends = RunEnd.all(of: runs, knownAt: asOf)
        let finished = ends.indices.sorted { (ends[$0].finished, $0) < (ends[$1].finished, $1) }
        var said = [Said?](repeating: nil, count: ends.count)
        var known = 0
        for index in ends.indices {
            while known < finished.count, ends[finished[known]].finished <= ends[index].created,
                finished[known] != index
            {
                learn(ends[finished[known]], said[finished[known]])
                known += 1
            }
            said[index] = foretell(ends[index].subject)
        }
        for index in finished[known...] { learn(ends[index], said[index]) }
        next = states.keys.sorted().compactMap(prediction)
    }

    /// The group's share without its kind is the kind's.
    private func group(_ subject: RunSubject) -> Double {
        groups[subject.group]?.value ?? kinds[subject.kind]?.value ?? 0.5
    }

    private func foretell(_ subject: RunSubject) -> Said? {
        guard let state = states[subject], state.runs >= Self.warmUp else { return nil }
        return Said(
            failure: state.failure.probability(group: group(subject)),
            base: kinds[subject.kind]?.value ?? 0.5,
            duration: state.duration.expected
        )
    }

    private mutating func learn(_ end: RunEnd, _ said: Said?) {
        let (subject, group) = (end.subject, group(end.subject))
        var state = states[subject] ?? State()
        if let said {
            state.failureScore.add(said.failure, base: said.base, happened: end.isFailure)
            failures[subject.kind, default: .init()]
                .add(said.failure, base: said.base, happened: end.isFailure)
        }
        if let seconds = end.seconds, let interval = said?.duration?.interval {
            let isWithin = DurationExpectation.holds(interval, seconds)
            let isInside =
                interval.low * (1 + 1e-9) < seconds
                && seconds < interval.high * (1 - 1e-9)
            state.durationScore.add(isWithin: isWithin, isInside: isInside)
            durations[subject.kind, default: .init()].add(isWithin: isWithin, isInside: isInside)
        }
        state.failure.learn(end.isFailure, group: group)
        if let seconds = end.seconds { state.duration.learn(seconds) }
        state.runs += 1
        state.failures += end.isFailure ? 1 : 0
        state.last = max(state.last, end.finished)
        states[subject] = state
        groups[subject.group, default: Share()].add(end.isFailure)
        kinds[subject.kind, default: Share()].add(end.isFailure)
    }

    private func prediction(_ subject: RunSubject) -> RunPrediction? {
        guard let state = states[subject] else { return nil }
        let group = group(subject)
        let failureWithheld = withheld(subject, state.failureScore)
        let durationWithheld = withheld(state.durationScore)
        let duration = durationWithheld == nil ? state.duration.expected : nil
        return RunPrediction(
            subject: subject,
            runs: state.runs,
            failures: state.failures,
            last: state.last,
            failure: failureWithheld == nil ? state.failure.probability(group: group) : nil,
            failureInterval: failureWithheld == nil ? state.failure.interval(group: group) : nil,
            failureWithheld: failureWithheld,
            failureScore: state.failureScore,
            duration: duration?.median,
            durationInterval: duration?.interval,
            durationWithheld: durationWithheld,
            durationScore: state.durationScore
        )
    }

    /// All of its kind together have to beat the base rate, which few runs of one cannot show; its
    /// own must not be clearly worse than it, nor clearly off.
    private func withheld(
        _ subject: RunSubject,
        _ score: ProbabilityScore
    ) -> RunPrediction.Withheld? {
        guard score.n >= Self.fewest else { return .few(score.n) }
        let skill = failures[subject.kind]?.skill ?? 0
        guard skill > 0, score.advantage > -Self.limit else { return .unskilled }
        return abs(score.surplus) <= Self.limit ? nil : .uncalibrated
    }

    private func withheld(_ score: CoverageScore) -> RunPrediction.Withheld? {
        guard score.n >= Self.fewest else { return .few(score.n) }
        return score.isKept ? nil : .uncalibrated
    }
}
