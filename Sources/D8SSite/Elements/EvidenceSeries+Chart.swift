import D8SCharts
import D8SModel

extension EvidenceSeries {
    /// The picture of this series, in the item's severity from the moment of change on; without
    /// one, from where the window begins that is spoken of.
    func chart(
        severity: Severity,
        window: Instant?,
        alt: String,
        format: Format
    ) -> TimeSeriesChart {
        TimeSeriesChart(
            title: alt,
            series: [TimeSeriesChart.Series(points: points, ink: severity.ink)],
            unit: unit,
            format: format,
            normal: normal,
            target: target,
            targetName: targetName,
            thresholds: limits.map(\.drawn),
            forecast: expected.map { Forecast(label: $0.label, points: $0.points) },
            change: change,
            emphasis: window,
            annotations: annotations.map {
                Annotation(time: $0.time, label: $0.label.shortened(to: 40))
            },
            startsAtZero: true
        )
    }

    /// What the picture shows, for people who cannot see it: from, to, normal, target, change.
    func sentence(_ format: Format) -> String {
        let known = points.compactMap { point in point.value.map { (point.time, $0) } }
        guard let first = known.first, let last = known.last else { return title }
        let span =
            "\(title): from \(format.value(first.1, unit)) on \(format.date(first.0)) "
            + "to \(format.value(last.1, unit)) on \(format.date(last.0))"
        var parts = [span]
        if let normal { parts.append("normal \(format.interval(normal, unit))") }
        if let target { parts.append("target \(format.value(target, unit))") }
        for limit in limits {
            parts.append("\(limit.severity.word) at \(format.value(limit.limit, unit))")
        }
        if let last = expected?.points.last {
            let value = format.value(last.value, unit)
            parts.append("\(expected?.label ?? "") \(value) on \(format.date(last.time))")
        }
        if let change { parts.append("changed on \(format.date(change))") }
        return parts.joined(separator: "; ") + "."
    }

    /// The same as a table; the time of each point and its value.
    func table(_ format: Format, reference: Instant) -> Table {
        var table = Table([.init(title: "From"), .init(title: title, isNumber: true)])
        for point in points.reversed() {
            var value = Table.Cell(format.value(point.value, unit))
            value.sort = point.value
            table.add([.init(format.dateTime(point.time, reference: reference)), value])
        }
        return table
    }

    /// The same for programs.
    var csv: [UInt8] {
        var csv = CSV(header: ["time", "value", "unit"])
        for point in points {
            let value = point.value.map(DataValue.number) ?? .missing
            csv.add([.instant(point.time), value, .text(unit.rawValue)])
        }
        return csv.bytes
    }
}
