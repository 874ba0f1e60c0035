import D8SAnalysis
import D8SCharts
import D8SModel

/// The five panels of a service; one without anything to show is left out.
struct ServicePanels {
    let edition: Edition
    let delivery: ServiceDelivery

    init(_ edition: Edition, _ delivery: ServiceDelivery) {
        self.edition = edition
        self.delivery = delivery
    }

    var all: [Panel] {
        [calendar, distribution, leadTimes, failures, recoveries].compactMap(\.self)
    }

    var format: Format { edition.format }

    /// Deployments of the report's window, oldest first.
    var deployments: [JudgedDeployment] {
        delivery.deployments.filter { delivery.now.window.contains($0.deployment.finished) }
    }

    func source(_ what: String, n: Int) -> String {
        "\(what), \(edition.span(delivery.now.window)), n\u{a0}\(format.whole(n))"
    }

    func weekSource(_ what: String) -> String {
        guard let first = delivery.weeks.first else { return what }
        let start = format.day(first.week.monday, reference: edition.night.day)
        return "\(what), \(format.count(delivery.weeks.count, "week")) from \(start)"
    }
}
