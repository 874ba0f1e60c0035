package import D8SModel

/// What a configuration may say about how delivery is measured and judged.
package struct DeliveryPolicy: Hashable, Sendable {
    package enum LeadTimeStart: String, Sendable, CaseIterable {
        /// The commit's author date.
        case authored
        /// The commit's commit date.
        case committed
    }

    package var windowDays: Int
    package var leadTimeFrom: LeadTimeStart
    /// An incident without an explicit deployment belongs to the last one within this time.
    package var incidentWithin: Double
    /// Jobs of one revision within this time are one deployment; negative: every job is one.
    package var jobsWithin: Double
    /// A hotfix within this time means that the deployment before it needed intervention.
    package var hotfixWithin: Double
    /// Reasons that make a deployment count as rework.
    package var countedRework: Set<ReworkReason>
    /// What a measure has to stay on the good side of, by service; the key `*` is for all.
    package var targets: [String: [MeasureName: Double]]

    package init(
        windowDays: Int = 90,
        leadTimeFrom: LeadTimeStart = .authored,
        incidentWithin: Double = 86_400,
        jobsWithin: Double = 1800,
        countedRework: Set<ReworkReason> = ReworkReason.counted,
        targets: [String: [MeasureName: Double]] = [:],
        hotfixWithin: Double = 86_400
    ) {
        self.windowDays = windowDays
        self.leadTimeFrom = leadTimeFrom
        self.incidentWithin = incidentWithin
        self.jobsWithin = jobsWithin
        self.countedRework = countedRework
        self.targets = targets
        self.hotfixWithin = hotfixWithin
    }

    /// The target of this measure for this service: its own, else the one for all, else nil.
    package func target(_ measure: MeasureName, of service: String) -> Double? {
        targets[service]?[measure] ?? targets["*"]?[measure]
    }
}
