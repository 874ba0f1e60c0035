import D8SAnalysis
import D8SCharts
import D8SModel

extension ServicePanels {
    /// On which days the service was deployed, and on which of them a deployment failed.
    var calendar: Panel? {
        let days = days
        guard let first = days.first, let last = days.last else { return nil }
        let window = delivery.now.window
        let count = days.reduce(0) { $0 + $1.count }
        let failures = days.reduce(0) { $0 + $1.failures }
        let heading =
            "\(format.count(count, "deployment")) on \(format.count(days.count, "day")), "
            + (failures == 0
                ? "none of them failed" : "\(format.whole(failures)) needed intervention")
        var table = Table([
            .init(title: "Day"), .init(title: "Deployments", isNumber: true),
            .init(title: "Needed intervention", isNumber: true),
        ])
        for day in days.reversed() {
            table.add([
                .init(format.namedDay(day.day)), .init(format.whole(day.count)),
                .init(format.whole(day.failures)),
            ])
        }
        let end = format.zone.day(of: window.end.adding(seconds: -1))
        return Panel(
            id: "calendar",
            heading: heading,
            source: source("Completed deployments to \(environment)", n: count)
                + "; the larger the square, the more of them"
                + (failures == 0 ? "" : "; a diamond: one needed intervention"),
            chart: CalendarChart(
                title: heading,
                first: min(first.day, format.zone.day(of: window.start)),
                last: max(last.day, end),
                cells: days,
                format: format
            ),
            table: table,
            csv: "deployments.csv"
        )
    }

    /// How long the failures lasted, one bar each, the newest first.
    var recoveries: Panel? {
        let failed = deployments.filter(\.neededIntervention)
        guard !failed.isEmpty else { return nil }
        let shown = failed.suffix(10).reversed()
        let bars = shown.map { failure -> BarChart.Bar in
            let lasted = duration(of: failure)
            return BarChart.Bar(
                label: label(of: failure),
                value: lasted,
                highlight: failure.restored == nil ? lasted : 0
            )
        }
        let heading = recoveryHeading(open: failed.count { $0.restored == nil })
        let left = failed.count - shown.count
        return Panel(
            id: "recoveries",
            heading: heading,
            source: source("Failed deployments", n: failed.count)
                + (left > 0 ? "; the last \(shown.count) are drawn, newest first" : ""),
            chart: BarChart(title: heading, bars: Array(bars), unit: .seconds, format: format),
            table: recoveryTable(failed),
            csv: "deployments.csv"
        )
    }

    private var environment: String { delivery.environment.shortened(to: 40) }

    /// Days with completed deployments, in order.
    private var days: [CalendarChart.Cell] {
        var days: [CalendarChart.Cell] = []
        for judged in deployments where judged.deployment.status != .cancelled {
            let day = format.zone.day(of: judged.deployment.finished)
            if days.last?.day != day { days.append(CalendarChart.Cell(day: day, count: 0)) }
            days[days.count - 1].count += 1
            if judged.neededIntervention { days[days.count - 1].failures += 1 }
        }
        return days
    }

    private func recoveryHeading(open: Int) -> String {
        let median = delivery.now.recoveryTime.text(format)
        let first = median.map { "Recovery takes \($0) at the median" } ?? "Failures and recoveries"
        return open == 0 ? first : "\(first); \(format.count(open, "failure")) still open"
    }

    private func duration(of failure: JudgedDeployment) -> Double {
        let end = failure.restored ?? edition.night.asOf
        return max(0, end.seconds(since: failure.deployment.finished))
    }

    private func label(of failure: JudgedDeployment) -> String {
        (failure.deployment.name ?? failure.deployment.id).shortened(to: 14)
    }

    private func recoveryTable(_ failed: [JudgedDeployment]) -> Table {
        var table = Table([
            .init(title: "Deployment"), .init(title: "Finished"), .init(title: "Evidence"),
            .init(title: "Restored after", isNumber: true),
        ])
        for failure in failed.reversed() {
            let lasted = format.duration(duration(of: failure))
            var restored = Table.Cell(failure.restored == nil ? "open, \(lasted)" : lasted)
            restored.isSevere = failure.restored == nil
            table.add([
                .init(failure.deployment.name ?? failure.deployment.id),
                .init(
                    format.dateTime(failure.deployment.finished, reference: edition.night.asOf)
                ),
                .init(failure.interventions.map(\.words).joined(separator: ", ")),
                restored,
            ])
        }
        return table
    }
}

extension JudgedDeployment.Intervention {
    /// Why the deployment counts as one that needed intervention: `rolled back by v42`.
    var words: String {
        switch self {
        case .failed: "failed"
        case .incident(let id, let isExplicit):
            "incident \(id.shortened(to: 40))" + (isExplicit ? "" : ", linked by time")
        case .rolledBack(let other): "rolled back by \(other.shortened(to: 40))"
        case .hotfixed(let other): "fixed by \(other.shortened(to: 40))"
        }
    }
}
