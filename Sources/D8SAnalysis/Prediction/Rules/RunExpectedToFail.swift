import D8SModel

/// The next run of a pipeline is expected to fail.
///
/// *Fires when* the probability that the next run fails is two thirds or more, by the runs of 180
/// days of which the last count most, for a pipeline that ran within the last seven days. Warning.
///
/// *Silent when* fewer than 30 runs are known; what was foretold so far is no better than the base
/// rate, or did not come about as often as was said; another rule is about the pipeline already.
///
/// *Why it matters*: a change that is waiting for this pipeline will wait longer.
enum RunExpectedToFail {
    static let rule = Rule(
        name: "run-expected-to-fail",
        title: "The next run of a pipeline is expected to fail",
        firesWhen: "the probability that the next run fails is two thirds or more, by the runs of "
            + "180 days of which the last count most, for a pipeline that ran within the last seven "
            + "days. Warning",
        silentWhen: "fewer than 30 runs are known; what was foretold so far is no better than the "
            + "base rate, or did not come about as often as was said; another rule is about the "
            + "pipeline already",
        whyItMatters: "a change that is waiting for this pipeline will wait longer"
    )

    private static let much = 2.0 / 3
    private static let news = 7 * 86_400.0

    static func finding(
        _ prediction: RunPrediction,
        format: Format,
        asOf: Instant
    ) -> Finding? {
        guard prediction.subject.kind == .pipeline, let probability = prediction.failure,
            let interval = prediction.failureInterval, probability >= much,
            asOf.seconds(since: prediction.last) <= news
        else { return nil }
        let entity = entity(prediction.subject)
        return Finding(
            rule: rule.name,
            entity: entity,
            severity: .warning,
            magnitude: probability,
            confidence: interval.low,
            statements: statements(prediction, probability, interval, entity.name, format),
            actions: [
                Action(
                    text: "Read the last failure of \(entity.name), and mend it before the next "
                        + "change is merged.",
                    impact: .high,
                    effort: .medium
                )
            ],
            evidence: Evidence(
                method: method(prediction, format),
                data: "\(format.whole(prediction.failures)) of "
                    + "\(format.count(prediction.runs, "run")) of 180 days failed, the last ended "
                    + "at \(prediction.last)",
                commands: [
                    "d8s explain \(rule.name)-\(Slug.of(entity.name)) --as-of \(asOf)",
                    "d8s predict --as-of \(asOf) --format json", "d8s backtest --as-of \(asOf)",
                ]
            )
        )
    }

    /// Named as the packs name pipelines.
    private static func entity(_ subject: RunSubject) -> Entity {
        let names = [subject.namespace, subject.pipeline].compactMap(\.self)
        return Entity(kind: .pipeline, name: names.filter { !$0.isEmpty }.joined(separator: "/"))
    }

    private static func statements(
        _ prediction: RunPrediction,
        _ probability: Double,
        _ interval: Interval,
        _ name: String,
        _ format: Format
    ) -> [Audience: Statement] {
        let percent = format.percent(probability)
        let range = "(\(format.interval(interval, .ratio)) in nine of ten cases)"
        let time = prediction.duration.flatMap { median in
            prediction.durationInterval.map {
                " One that succeeds takes \(format.duration(median)) "
                    + "(\(format.interval($0, .seconds)))."
            }
        }
        let title = "The next run of \(name) will probably fail"
        let detail = "With a probability of \(percent) \(range), as the last ones went."
        return [
            .executive: Statement(title: "Changes will be held back by \(name)", detail: detail),
            .devops: Statement(title: title, detail: detail + (time ?? "")),
            .analyst: Statement(title: title, detail: detail + (time ?? "")),
        ]
    }

    private static func method(_ prediction: RunPrediction, _ format: Format) -> String {
        let score = prediction.failureScore
        let brier = score.brier.map { format.number($0) } ?? "–"
        let base = score.baseBrier.map { format.number($0) } ?? "–"
        return "Beta–binomial with decay, drawn towards its group; of "
            + "\(format.count(score.n, "run")) that were foretold Brier's score is \(brier), that "
            + "of the base rate \(base)"
    }
}

extension Entity.Kind {
    /// What runs again and again to build, test or deliver; the packs call it the same.
    fileprivate static let pipeline = Entity.Kind(rawValue: "pipeline") ?? .organisation
}
