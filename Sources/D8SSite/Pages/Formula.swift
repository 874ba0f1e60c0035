import D8SModel

/// How one figure is computed, in a sentence for the methods page.
struct Formula: Hashable {
    let name: String
    let text: String

    static func lede(window: Window) -> String {
        "Over the last \(Int(window.days.rounded())) full days before the instant that the edition is "
            + "about, for each service in its production environment; percentiles are R-7 (Hyndman "
            + "and Fan 1996, type 7). Fewer data than a method needs gives “not enough data”, "
            + "never 0. Teams are lists of services, never one blended number."
    }

    static let delivery = [
        Formula(
            name: MeasureName.changeLeadTime.title,
            text: "Finish of the deployment − commit time, over the changes first deployed in the "
                + "window; median, P75 and P95. No level is given if under 95 % of the changes "
                + "could be mapped to a deployment."
        ),
        Formula(
            name: MeasureName.deploymentFrequency.title,
            text: "Successful production deployments a day; the level comes from the median gap "
                + "between two of them. Jobs of one release are one deployment, cancelled "
                + "deployments count neither as success nor as failure."
        ),
        Formula(
            name: MeasureName.recoveryTime.title,
            text: "Restored − finish of the failing deployment; Kaplan–Meier median, in which a "
                + "failure that is still open is censored, not dropped."
        ),
        Formula(
            name: MeasureName.changeFailRate.title,
            text: "Deployments that needed intervention (failed, incident, rolled back or followed "
                + "by a hotfix) / all completed attempts; Wilson 95 % interval."
        ),
        Formula(
            name: MeasureName.reworkRate.title,
            text: "Unplanned deployments that repair a fault users could see / all deployments; "
                + "the reason is stored for each."
        ),
    ]
}
