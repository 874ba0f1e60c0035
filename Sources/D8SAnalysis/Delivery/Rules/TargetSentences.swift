import D8SModel

/// What is said of a measure that misses its target.
struct TargetSentences {
    let service: ServiceDelivery
    let night: DeliveryNight
    let measure: Measure
    let value: Double
    let target: Double

    private var name: String { service.service.name }
    private var format: Format { night.format }

    /// How many times worse than the target; 10 where the target is 0.
    var excess: Double {
        let (worse, better) = measure.name.higherIsHarm ? (value, target) : (target, value)
        return better > 0 ? worse / better : 10
    }

    var statements: [Audience: Statement] {
        let title =
            "\(name)'s \(measure.name.title.lowercasedFirst) of "
            + "\(format.value(value, measure.unit)) misses its target of "
            + "\(format.value(target, measure.unit))"
        let window = "over the last \(night.windowDays) days"
        let limit = measure.name.higherIsHarm ? "at most" : "at least"
        return [
            .executive: Statement(
                title: title,
                detail: "It was promised to be \(limit) \(format.value(target, measure.unit)); "
                    + "\(window) it was \(format.value(value, measure.unit))."
            ),
            .devops: Statement(title: title, detail: facts(window)),
            .analyst: Statement(
                title: title,
                detail: "\(Words.exact(measure, format)) \(window) in \(service.environment); the "
                    + "whole interval is on the wrong side of the target."
            ),
        ]
    }

    private func facts(_ window: String) -> String {
        let failures = service.deployments.filter {
            night.isInWindow($0) && $0.neededIntervention
        }
        switch measure.name {
        case .changeFailRate, .recoveryTime:
            return "\(format.count(failures.count, "deployment")) needed intervention \(window): "
                + "\(Words.reasons(failures))."
        default:
            return "\(format.whole(measure.n)) observations \(window), interval "
                + "\(measure.interval.map { format.interval($0, measure.unit) } ?? "unknown")."
        }
    }

    var action: Action {
        let text =
            switch measure.name {
            case .changeFailRate, .reworkRate:
                "Find what most of the failures share and remove that cause, or agree on a target "
                    + "that can be met."
            case .recoveryTime:
                "Rehearse the rollback of \(name), or agree on a target that can be met."
            default:
                "Find the stage in which changes wait longest and shorten it, or agree on a target "
                    + "that can be met."
            }
        return Action(text: text, impact: .high, effort: .medium)
    }

    var series: EvidenceSeries? {
        let weekly: (DeliveryWeek) -> Double?
        switch measure.name {
        case .changeFailRate: weekly = { $0.failShare }
        case .reworkRate: weekly = { $0.reworkShare }
        case .changeLeadTime: weekly = { $0.medianLeadTime }
        case .recoveryTime: weekly = { $0.medianRecovery }
        case .deploymentFrequency: weekly = { Double($0.deployments) / 7 }
        case .deploymentDaysPerWeek: weekly = { Double($0.deploymentDays) }
        default: return nil
        }
        let title = "\(measure.name.title) per week"
        return Proof.series(title, measure.name, service, night, change: nil, value: weekly)
    }

    var table: EvidenceTable {
        switch measure.name {
        case .changeFailRate, .recoveryTime:
            Proof.failures(
                service.deployments.filter(night.isInWindow),
                "Deployments that needed intervention",
                asOf: night.asOf
            )
        default:
            Proof.weeks(service, "By week", ["Deployments", "Changes", "Median lead time"]) {
                [
                    .number(Double($0.deployments), .count), .number(Double($0.changes), .count),
                    $0.medianLeadTime.map { .number($0, .seconds) } ?? .missing("no change"),
                ]
            }
        }
    }
}
