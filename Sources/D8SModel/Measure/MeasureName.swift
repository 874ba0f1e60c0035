/// The measures of delivery under DORA's names; the raw value is the key in JSON and CSV.
package enum MeasureName: String, Sendable, CaseIterable {
    case deploymentFrequency = "deployment_frequency"
    case deploymentDaysPerWeek = "deployment_days_per_week"
    case deploymentGap = "deployment_gap"
    case changeLeadTime = "change_lead_time"
    case changeLeadTimeP75 = "change_lead_time_p75"
    case changeLeadTimeP95 = "change_lead_time_p95"
    case mappedChanges = "mapped_changes"
    case changeFailRate = "change_fail_rate"
    case recoveryTime = "failed_deployment_recovery_time"
    case reworkRate = "deployment_rework_rate"

    /// What people call it: `Change fail rate`.
    package var title: String {
        switch self {
        case .deploymentFrequency: "Deployment frequency"
        case .deploymentDaysPerWeek: "Deployment days per week"
        case .deploymentGap: "Time between deployments"
        case .changeLeadTime: "Change lead time"
        case .changeLeadTimeP75: "Change lead time, P75"
        case .changeLeadTimeP95: "Change lead time, P95"
        case .mappedChanges: "Changes mapped to a deployment"
        case .changeFailRate: "Change fail rate"
        case .recoveryTime: "Failed deployment recovery time"
        case .reworkRate: "Deployment rework rate"
        }
    }

    package var unit: Unit {
        switch self {
        case .deploymentFrequency: .perDay
        case .deploymentDaysPerWeek: .daysPerWeek
        case .mappedChanges, .changeFailRate, .reworkRate: .ratio
        case .deploymentGap, .changeLeadTime, .changeLeadTimeP75, .changeLeadTimeP95,
            .recoveryTime:
            .seconds
        }
    }

    /// Whether a higher value is worse for the people who depend on the service.
    package var higherIsHarm: Bool {
        switch self {
        case .deploymentFrequency, .deploymentDaysPerWeek, .mappedChanges: false
        default: true
        }
    }
}
