import D8SAnalysis
import D8SCharts
import D8SModel

extension ServicePanels {
    /// How long changes took, from the fastest to the slowest.
    var distribution: Panel? {
        let times = delivery.leadTimes
        guard let fastest = times.first, let slowest = times.last else { return nil }
        let now = delivery.now
        let marks = [
            ("median", now.changeLeadTime.value), ("P95", now.changeLeadTimeP95.value),
        ].compactMap { label, value in
            value.map { DistributionChart.Marker(label: label, value: $0) }
        }
        let heading = distributionHeading(count: times.count)
        var table = Table([
            .init(title: "Share of changes"), .init(title: "Within", isNumber: true),
        ])
        let rows: [(String, Double?)] = [
            ("fastest", fastest), ("half (median)", now.changeLeadTime.value),
            ("three in four (P75)", now.changeLeadTimeP75.value),
            ("95 in 100 (P95)", now.changeLeadTimeP95.value), ("slowest", slowest),
        ]
        for (name, value) in rows {
            table.add([.init(name), .init(format.value(value, .seconds))])
        }
        return Panel(
            id: "lead-time-distribution",
            heading: heading,
            source: source("Changes first deployed", n: times.count),
            chart: DistributionChart(
                title: heading,
                values: times,
                unit: .seconds,
                format: format,
                markers: marks
            ),
            table: table,
            csv: "lead-times.csv"
        )
    }

    /// The weekly median lead time.
    var leadTimes: Panel? {
        let weeks = delivery.weeks
        guard weeks.contains(where: { $0.medianLeadTime != nil }) else { return nil }
        let heading = trendHeading(now: delivery.now.changeLeadTime, delivery.before.changeLeadTime)
        var table = Table([
            .init(title: "Week from"), .init(title: "Median lead time", isNumber: true),
            .init(title: "Changes", isNumber: true),
        ])
        for week in weeks.reversed() {
            table.add([
                .init(weekName(week)), .init(format.value(week.medianLeadTime, .seconds)),
                .init(format.whole(week.changes)),
            ])
        }
        let points = weeks.map { EvidenceSeries.Point(time: $0.start, value: $0.medianLeadTime) }
        return Panel(
            id: "lead-time-weeks",
            heading: heading,
            source: weekSource("Weekly median lead time"),
            chart: TimeSeriesChart(
                title: heading,
                series: [.init(points: points, ink: .series)],
                unit: .seconds,
                format: format
            ),
            table: table,
            csv: "weeks.csv"
        )
    }

    /// Attempts per week, and those of them that needed intervention.
    var failures: Panel? {
        let weeks = delivery.weeks
        guard weeks.contains(where: { $0.attempts > 0 }) else { return nil }
        let heading = failHeading(now: delivery.now.changeFailRate, delivery.before.changeFailRate)
        var table = Table([
            .init(title: "Week from"), .init(title: "Deployments", isNumber: true),
            .init(title: "Needed intervention", isNumber: true),
            .init(title: "Fail rate", isNumber: true),
        ])
        for week in weeks.reversed() {
            let rate = week.attempts > 0 ? Double(week.failures) / Double(week.attempts) : nil
            table.add([
                .init(weekName(week)), .init(format.whole(week.attempts)),
                .init(format.whole(week.failures)), .init(rate.map(format.percent) ?? "–"),
            ])
        }
        let bars = weeks.map {
            BarChart.Bar(
                label: format.day($0.week.monday),
                time: $0.start,
                value: Double($0.attempts),
                highlight: Double($0.failures)
            )
        }
        return Panel(
            id: "failures",
            heading: heading,
            source: weekSource("Completed deployments per week"),
            chart: BarChart(title: heading, bars: bars, unit: .count, format: format),
            table: table,
            csv: "weeks.csv"
        )
    }

    private func weekName(_ week: DeliveryWeek) -> String {
        format.day(week.week.monday, reference: edition.night.day)
    }

    private func distributionHeading(count: Int) -> String {
        guard let median = delivery.now.changeLeadTime.text(format) else {
            return "Lead times of \(format.count(count, "change"))"
        }
        let tail = delivery.now.changeLeadTimeP95.text(format).map { ", one in twenty over \($0)" }
        return "Half of \(format.count(count, "change")) took over \(median)\(tail ?? "")"
    }

    private func trendHeading(now: Measure, _ before: Measure) -> String {
        guard let value = now.value, let text = now.text(format) else {
            return "Lead time has not enough data for one number"
        }
        guard let earlier = before.value, let was = before.text(format) else {
            return "Median lead time is \(text)"
        }
        guard was != text else { return "Median lead time stayed at \(text)" }
        return "Median lead time \(value > earlier ? "rose" : "fell") from \(was) to \(text)"
    }

    private func failHeading(now: Measure, _ before: Measure) -> String {
        guard let text = now.text(format), let failures = now.k else {
            return "Deployments and failures week by week"
        }
        let was = before.text(format).map { "; before it was \($0)" } ?? ""
        return "\(format.whole(failures)) of \(format.count(now.n, "deployment")) needed "
            + "intervention (\(text))\(was)"
    }
}
