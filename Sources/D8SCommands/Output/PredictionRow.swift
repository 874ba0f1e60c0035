import D8SAnalysis
import D8SModel
import D8SSite

/// What `d8s predict` says of the next run of one pipeline or task.
struct PredictionRow: PrintedRow {
    static let heads = [
        "KIND", "NAME", "FAILED", "NEXT FAILS", "90 % INTERVAL", "NEXT TAKES", "90 % INTERVAL",
        "NOTE",
    ]
    static let columns = [
        "kind", "namespace", "pipeline", "task", "runs", "failures", "last", "failure_probability",
        "failure_low", "failure_high", "failure_foretold", "failure_brier", "failure_base_brier",
        "seconds", "seconds_low", "seconds_high", "seconds_foretold", "seconds_coverage", "note",
    ]
    static let none = "The history holds no run that ended. Run `d8s collect` or `d8s import runs`."

    let kind: String
    let namespace: String?
    let pipeline: String?
    let task: String?
    let runs: Int
    let failures: Int
    let last: String
    let failureProbability: Double?
    let failureLow: Double?
    let failureHigh: Double?
    let failureForetold: Int
    let failureBrier: Double?
    let failureBaseBrier: Double?
    let seconds: Double?
    let secondsLow: Double?
    let secondsHigh: Double?
    let secondsForetold: Int
    let secondsCoverage: Double?
    /// Why something is withheld; empty if nothing is.
    let note: String
    let line: [String]

    private enum CodingKeys: String, CodingKey {
        case kind, namespace, pipeline, task, runs, failures, last, failureProbability, failureLow
        case failureHigh, failureForetold, failureBrier, failureBaseBrier, seconds, secondsLow
        case secondsHigh, secondsForetold, secondsCoverage, note
    }

    init(_ prediction: RunPrediction, _ format: Format) {
        let subject = prediction.subject
        kind = subject.kind.rawValue
        namespace = subject.namespace
        pipeline = subject.pipeline
        task = subject.task
        runs = prediction.runs
        failures = prediction.failures
        last = prediction.last.description
        failureProbability = prediction.failure
        failureLow = prediction.failureInterval?.low
        failureHigh = prediction.failureInterval?.high
        failureForetold = prediction.failureScore.n
        failureBrier = prediction.failureScore.brier
        failureBaseBrier = prediction.failureScore.baseBrier
        seconds = prediction.duration
        secondsLow = prediction.durationInterval?.low
        secondsHigh = prediction.durationInterval?.high
        secondsForetold = prediction.durationScore.n
        secondsCoverage = prediction.durationScore.share
        let note = [
            prediction.failureWithheld.map { "failure withheld: " + $0.failureWords },
            prediction.durationWithheld.map { "time withheld: " + $0.durationWords },
        ].compactMap(\.self).joined(separator: "; ")
        self.note = note
        line = [
            subject.kind.rawValue, subject.name,
            "\(format.whole(prediction.failures)) of \(format.whole(prediction.runs))",
            prediction.failure.map(format.percent) ?? "–",
            prediction.failureInterval.map { format.interval($0, .ratio) } ?? "",
            prediction.duration.map(format.duration) ?? "–",
            prediction.durationInterval.map { format.interval($0, .seconds) } ?? "",
            note,
        ]
    }

    var cells: [DataValue] {
        [
            .text(kind), .optional(namespace), .optional(pipeline), .optional(task), .whole(runs),
            .whole(failures), .text(last), .optional(failureProbability), .optional(failureLow),
            .optional(failureHigh), .whole(failureForetold), .optional(failureBrier),
            .optional(failureBaseBrier), .optional(seconds), .optional(secondsLow),
            .optional(secondsHigh), .whole(secondsForetold), .optional(secondsCoverage),
            .text(note),
        ]
    }
}

extension RunPrediction.Withheld {
    fileprivate var failureWords: String {
        switch self {
        case .few(let count): "only \(count) runs were foretold so far"
        case .unskilled: "no better than the base rate"
        case .uncalibrated: "failures came more or less often than was said"
        }
    }

    fileprivate var durationWords: String {
        switch self {
        case .few(let count): "only \(count) runs were foretold so far"
        case .unskilled, .uncalibrated: "too many or too few runs came within the interval"
        }
    }
}
