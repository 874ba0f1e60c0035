/// The measures of delivery under DORA's names.
extension MeasureName {
    package static let deploymentFrequency = MeasureName(
        rawValue: "deployment_frequency",
        title: "Deployment frequency",
        unit: .perDay,
        harm: .down,
        isKey: true
    )
    package static let deploymentDaysPerWeek = MeasureName(
        rawValue: "deployment_days_per_week",
        title: "Deployment days per week",
        unit: .daysPerWeek,
        harm: .down
    )
    package static let deploymentGap = MeasureName(
        rawValue: "deployment_gap",
        title: "Time between deployments",
        unit: .seconds,
        harm: .up,
        isKey: true
    )
    package static let changeLeadTime = MeasureName(
        rawValue: "change_lead_time",
        title: "Change lead time",
        unit: .seconds,
        harm: .up,
        isKey: true
    )
    package static let changeLeadTimeP75 = MeasureName(
        rawValue: "change_lead_time_p75",
        title: "Change lead time, P75",
        unit: .seconds,
        harm: .up
    )
    package static let changeLeadTimeP95 = MeasureName(
        rawValue: "change_lead_time_p95",
        title: "Change lead time, P95",
        unit: .seconds,
        harm: .up
    )
    package static let mappedChanges = MeasureName(
        rawValue: "mapped_changes",
        title: "Changes mapped to a deployment",
        unit: .ratio,
        harm: .down
    )
    package static let changeFailRate = MeasureName(
        rawValue: "change_fail_rate",
        title: "Change fail rate",
        unit: .ratio,
        harm: .up,
        isKey: true
    )
    package static let recoveryTime = MeasureName(
        rawValue: "failed_deployment_recovery_time",
        title: "Failed deployment recovery time",
        unit: .seconds,
        harm: .up,
        isKey: true
    )
    package static let reworkRate = MeasureName(
        rawValue: "deployment_rework_rate",
        title: "Deployment rework rate",
        unit: .ratio,
        harm: .up,
        isKey: true
    )

    /// All of them, in the order in which they are shown.
    package static let delivery: [MeasureName] = [
        .deploymentFrequency, .deploymentDaysPerWeek, .deploymentGap, .changeLeadTime,
        .changeLeadTimeP75, .changeLeadTimeP95, .mappedChanges, .changeFailRate, .recoveryTime,
        .reworkRate,
    ]
}
