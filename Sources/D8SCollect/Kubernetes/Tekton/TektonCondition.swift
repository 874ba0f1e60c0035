import D8SModel

/// The condition `Succeeded` of a Tekton run, which says how it stands.
///
/// Its `status` decides: `True` is a success, `False` an end without one, `Unknown` goes on. The
/// reasons are those of Tekton's documentation of PipelineRuns and TaskRuns ("Monitoring execution
/// status"); one that is not known there is a failure like any other.
struct TektonCondition {
    private let status: String
    let reason: String?
    let message: String?

    /// Nil if the status holds no such condition.
    init?(_ status: JSONValue) {
        let all = status.list("conditions")
        guard let condition = all.first(where: { $0.word("type") == "Succeeded" }) else {
            return nil
        }
        self.status = condition.word("status")
        reason = condition["reason"]?.string.flatMap { $0.isEmpty ? nil : $0 }
        message = condition["message"]?.string.map(Self.shortened)
    }

    var run: RunStatus {
        switch status {
        case "True": .success
        case "False": end
        case "Unknown": Self.pending.contains(reason ?? "") ? .pending : .running
        default: .unknown
        }
    }

    private var end: RunStatus {
        switch reason ?? "" {
        case "PipelineRunTimeout", "TaskRunTimeout": .timeout
        case "Cancelled", "CancelledRunFinally", "StoppedRunFinally", "PipelineRunCancelled",
            "TaskRunCancelled":
            .cancelled
        default: .failure
        }
    }

    /// Accepted, and nothing of it has begun.
    private static let pending: Set = [
        "PipelineRunPending", "Pending", "ResolvingPipelineRef", "ResolvingTaskRef",
        "TaskRunPending",
    ]

    /// Messages quote whole answers of servers at times.
    private static func shortened(_ message: String) -> String {
        message.unicodeScalars.count > 2000
            ? String(String.UnicodeScalarView(message.unicodeScalars.prefix(2000))) + "…"
            : message
    }
}
