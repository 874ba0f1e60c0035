package import D8SModel

/// The five DORA metrics of one service over one window, with the numbers beside them.
package struct DeliveryMetrics: Hashable, Sendable {
    package let window: Window
    package let deploymentFrequency: Measure
    package let deploymentDaysPerWeek: Measure
    package let deploymentGap: Measure
    package let changeLeadTime: Measure
    package let changeLeadTimeP75: Measure
    package let changeLeadTimeP95: Measure
    package let mappedChanges: Measure
    package let changeFailRate: Measure
    package let recoveryTime: Measure
    package let reworkRate: Measure
    /// Failures in the window that were not restored by the as-of instant: censored in
    /// `recoveryTime`.
    package let openFailures: Int

    package init(
        window: Window,
        deploymentFrequency: Measure,
        deploymentDaysPerWeek: Measure,
        deploymentGap: Measure,
        changeLeadTime: Measure,
        changeLeadTimeP75: Measure,
        changeLeadTimeP95: Measure,
        mappedChanges: Measure,
        changeFailRate: Measure,
        recoveryTime: Measure,
        reworkRate: Measure,
        openFailures: Int
    ) {
        self.window = window
        self.deploymentFrequency = deploymentFrequency
        self.deploymentDaysPerWeek = deploymentDaysPerWeek
        self.deploymentGap = deploymentGap
        self.changeLeadTime = changeLeadTime
        self.changeLeadTimeP75 = changeLeadTimeP75
        self.changeLeadTimeP95 = changeLeadTimeP95
        self.mappedChanges = mappedChanges
        self.changeFailRate = changeFailRate
        self.recoveryTime = recoveryTime
        self.reworkRate = reworkRate
        self.openFailures = openFailures
    }

    /// All measures in the order in which they are shown.
    package var all: [Measure] {
        [
            deploymentFrequency, deploymentDaysPerWeek, deploymentGap, changeLeadTime,
            changeLeadTimeP75, changeLeadTimeP95, mappedChanges, changeFailRate, recoveryTime,
            reworkRate,
        ]
    }

    /// DORA's five, in DORA's order.
    package var five: [Measure] {
        [changeLeadTime, deploymentFrequency, recoveryTime, changeFailRate, reworkRate]
    }
}
