import D8SModel

/// What a row can become.
package enum RESTRecordKind: String, Hashable, Sendable, CaseIterable {
    case series, deployments, changes, incidents, runs, alerts

    /// The fields that a declaration may map, the required ones first.
    package var fields: [String] { required + optional }

    /// The fields without which there is no record.
    package var required: [String] {
        switch self {
        case .series: ["metric", "time", "value"]
        case .deployments: ["service", "environment", "id", "finished", "status"]
        case .changes: ["service", "revision", "committed"]
        case .incidents: ["service", "id", "opened"]
        case .runs: ["id", "pipeline", "created", "status"]
        case .alerts: ["started"]
        }
    }

    private var optional: [String] {
        switch self {
        case .series: []
        case .deployments: ["name", "revision", "started", "rework", "rework_evidence"]
        case .changes: ["parents", "authored", "merged", "deployment", "subject", "author"]
        case .incidents: ["title", "resolved", "severity", "deployment"]
        case .runs:
            [
                "kind", "name", "namespace", "parent", "task", "service", "started", "finished",
                "reason", "message", "retries", "pod",
            ]
        case .alerts: ["ended", "summary", "description", "url"]
        }
    }

    package var hasLabels: Bool { self == .series || self == .alerts }

    /// The fields of a run's step, the required one first.
    package static let stepFields = [
        "name", "kind", "started", "finished", "exit_code", "reason", "cpu_request",
        "memory_request",
    ]
}

extension RESTRecordKind {
    /// The words that this field may have; nil if it may have any.
    package func words(of field: String) -> [String]? {
        switch (self, field) {
        case (.deployments, "status"): DeploymentStatus.allCases.map(\.rawValue)
        case (.deployments, "rework"): ReworkReason.allCases.map(\.rawValue)
        case (.runs, "status"): RunStatus.allCases.map(\.rawValue)
        case (.runs, "kind"): Run.Kind.allCases.map(\.rawValue)
        default: nil
        }
    }
}
