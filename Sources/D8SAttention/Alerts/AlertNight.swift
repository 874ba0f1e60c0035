import D8SModel

/// The alerts of one name as they stand on one night.
///
/// Many series may share the name (an alert for each instance): for a person they are one thing.
struct AlertNight {
    /// Seconds before the as-of instant that a report about the night looks back on.
    static let length = 86_400.0

    let name: String
    /// Those that fire at the as-of instant, the longest first; one of each series.
    let firing: [Alert]
    /// Those that fired during the night and had ended by the as-of instant, the latest end first.
    let ended: [Alert]
    let night: Night

    /// Every alert name of the night that is about something, in the order of their bytes.
    static func all(of alerts: [Alert], on night: Night) -> [AlertNight] {
        let known = alerts.filter { $0.started <= night.asOf && !$0.firesByDesign }
        return Dictionary(grouping: known, by: \.name)
            .map { AlertNight(name: $0.key, $0.value, on: night) }
            .filter { !$0.firing.isEmpty || !$0.ended.isEmpty }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    private init(name: String, _ alerts: [Alert], on night: Night) {
        self.name = name
        self.night = night
        let start = night.asOf.adding(seconds: -Self.length)
        let longest = Dictionary(
            alerts.filter { $0.fires(at: night.asOf) }.map { ($0.series, $0) }
        ) { left, right in left.started <= right.started ? left : right }
        firing = longest.values.sorted { ($0.started, $0.series) < ($1.started, $1.series) }
        let over = alerts.compactMap { alert in alert.ended.map { (alert: alert, end: $0) } }
        ended = over.filter { start < $0.end && $0.end <= night.asOf }
            .sorted { ($0.end, $1.alert.series) > ($1.end, $0.alert.series) }
            .map(\.alert)
    }

    /// The severity of the worst that fires, else of the worst that fired.
    var severity: Severity {
        (firing.isEmpty ? ended : firing).map(\.severity).max() ?? .info
    }

    /// When the first of those that fire began; else when the last of those that ended did.
    var since: Instant? { firing.first?.started ?? ended.first?.started }

    /// How often the series that did so most began to fire during the night.
    var mostStarts: Int {
        let start = night.asOf.adding(seconds: -Self.length)
        let started = (firing + ended).filter { $0.started > start }
        return Dictionary(grouping: started, by: \.series).values.map(\.count).max() ?? 0
    }

    /// Seconds of the night in which at least one of them fired.
    var seconds: Double {
        let start = night.asOf.adding(seconds: -Self.length)
        var reached = start, total = 0.0
        for alert in (firing + ended).sorted(by: { $0.started < $1.started }) {
            let from = max(alert.started, reached), end = min(alert.ended ?? night.asOf, night.asOf)
            guard end > from else { continue }
            total += end.seconds(since: from)
            reached = end
        }
        return total
    }

    /// How many fired at each half hour of the night.
    var course: EvidenceSeries {
        let points = (0...48).map { half in
            let time = night.asOf.adding(seconds: Double(half - 48) * 1800)
            let count = (firing + ended).count { $0.fires(at: time) }
            return EvidenceSeries.Point(time: time, value: Double(count))
        }
        return EvidenceSeries(title: "How many of them fire", unit: .count, points: points)
    }
}
