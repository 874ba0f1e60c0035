import D8SAnalysis
import D8SModel

/// The answer of `d8s deployments` as text for a terminal: a line a deployment.
struct DeploymentsTable {
    let services: [ServiceDelivery]
    let period: Window
    let format: Format

    var text: String {
        let rows = services.flatMap { $0.deployments }
            .filter { period.contains($0.deployment.finished) }
            .map(cells)
        guard !rows.isEmpty else { return "No deployment finished in this period.\n" }
        return AlignedLines.of([Self.header] + rows).joined(separator: "\n") + "\n"
    }

    private static let header = [
        "FINISHED", "SERVICE", "NAME", "STATUS", "DIRECTION", "CHANGES", "LEAD TIME",
        "INTERVENTION",
    ]

    private func cells(_ judged: JudgedDeployment) -> [String] {
        let deployment = judged.deployment
        let needed = judged.interventions.map(\.word).joined(separator: ", ")
        let end = judged.restored == nil ? ", not restored" : ""
        return [
            deployment.finished.description, deployment.service,
            deployment.name ?? deployment.id, deployment.status.rawValue,
            judged.direction.rawValue, judged.changes.map(format.whole) ?? "–",
            judged.medianLeadTime.map(format.duration) ?? "–",
            judged.neededIntervention ? needed + end : "",
        ]
    }
}

extension JudgedDeployment.Intervention {
    fileprivate var word: String {
        switch self {
        case .failed: "failed"
        case .incident(let id, _): "incident \(id)"
        case .rolledBack: "rolled back"
        case .hotfixed: "hotfixed"
        }
    }
}
