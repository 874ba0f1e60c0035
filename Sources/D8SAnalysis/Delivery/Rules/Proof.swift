import D8SModel

/// Pieces of evidence that several delivery rules share.
enum Proof {
    /// A weekly series with the usual range of the earlier weeks.
    static func series(
        _ title: String,
        _ measure: MeasureName,
        _ service: ServiceDelivery,
        _ night: DeliveryNight,
        change: Instant?,
        value: (DeliveryWeek) -> Double?
    ) -> EvidenceSeries {
        let usual = night.earlierWeeks(of: service).compactMap(value).sorted()
        let low = Quantile.of(0.05, sorted: usual)
        let high = Quantile.of(0.95, sorted: usual)
        let normal = low.flatMap { low in
            high.map { Interval(low: low, high: $0, confidence: 0.9) }
        }
        return EvidenceSeries(
            title: title,
            unit: measure.unit,
            points: service.weeks.map { .init(time: $0.start, value: value($0)) },
            normal: usual.count >= 6 ? normal : nil,
            target: night.policy.target(measure, of: service.service.name),
            change: change,
            annotations: release(of: service, at: change).map { [$0] } ?? []
        )
    }

    /// The release with which a change began; nil if none finished at that very moment.
    private static func release(
        of service: ServiceDelivery,
        at change: Instant?
    ) -> EvidenceSeries.Annotation? {
        let judged = service.deployments.first { $0.deployment.finished == change }
        return judged.map {
            EvidenceSeries.Annotation(
                time: $0.deployment.finished,
                label: "release \($0.deployment.label)"
            )
        }
    }

    /// The failures among these deployments, newest first, at most 50.
    static func failures(
        _ deployments: [JudgedDeployment],
        _ title: String,
        asOf: Instant
    ) -> EvidenceTable {
        let failures = deployments.filter(\.neededIntervention).reversed()
        return EvidenceTable(
            title: title,
            columns: ["Deployment", "Finished", "Evidence", "Restored after"],
            rows: failures.prefix(50).map { failure in
                let finished = failure.deployment.finished
                return [
                    .code(failure.deployment.label),
                    .time(finished),
                    .text(failure.interventions.map(\.words).joined(separator: ", ")),
                    failure.restored.map { .number($0.seconds(since: finished), .seconds) }
                        ?? .missing("still open"),
                ]
            }
        )
    }

    /// The weeks of both windows, newest first.
    static func weeks(
        _ service: ServiceDelivery,
        _ title: String,
        _ columns: [String],
        _ cells: (DeliveryWeek) -> [EvidenceTable.Cell]
    ) -> EvidenceTable {
        EvidenceTable(
            title: title,
            columns: ["Week", "Begins"] + columns,
            rows: service.weeks.suffix(27).reversed().map {
                [.text($0.week.description), .time($0.start)] + cells($0)
            }
        )
    }

    /// How complete the data are.
    static func data(_ service: ServiceDelivery, _ format: Format) -> String {
        let known = service.deployments.count { $0.deployment.revision != nil }
        return "\(format.whole(known)) of \(format.count(service.deployments.count, "deployment")) "
            + "in both windows have a known revision; "
            + "\(format.count(service.unmappedChanges, "change")) could not be mapped"
    }
}

extension Deployment {
    /// What people call it: its name, else its id.
    var label: String { name ?? id }
}

extension JudgedDeployment.Intervention {
    /// The evidence in words.
    var words: String {
        switch self {
        case .failed: "failed"
        case .incident(let id, true): "incident \(id), linked by hand"
        case .incident(let id, false): "incident \(id), opened soon after"
        case .rolledBack(let id): "rolled back by \(id)"
        case .hotfixed(let id): "hotfix \(id)"
        }
    }
}
