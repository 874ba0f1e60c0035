import D8SModel

/// What is said of the alerts of one name.
struct AlertWords {
    /// Rows that a table shows at most.
    private static let tableLength = 20

    private let alerts: AlertNight
    private let format: Format
    /// Those that the words are about: what fires, else what ended.
    private let shown: [Alert]

    init(_ alerts: AlertNight) {
        self.alerts = alerts
        format = Format(zone: alerts.night.zone)
        shown = alerts.firing.isEmpty ? alerts.ended : alerts.firing
    }

    private var fires: Bool { !alerts.firing.isEmpty }

    /// The team that the alert's own labels name, if all of them name the same.
    var owner: String? {
        let names = Set(shown.map { $0.series.value(of: "team") ?? $0.series.value(of: "owner") })
        guard names.count == 1, let name = names.first ?? nil else { return nil }
        return Redaction.redacted(name, to: 80)
    }

    var statements: [Audience: Statement] {
        let summary = commonSummary
        let told = "\(alerts.name): \(summary ?? phrase)"
        return [
            .executive: Statement(
                title: summary.map { fires ? $0 : "\($0): over, for now" }
                    ?? "\(alerts.name) \(phrase)",
                detail: [course, flapping].compactMap(\.self).joined(separator: " ")
            ),
            .devops: Statement(
                title: summary == nil ? "\(alerts.name) \(phrase)" : told,
                detail: [course, flapping, shown.first?.shownDescription].compactMap(\.self)
                    .joined(separator: " ")
            ),
            .analyst: Statement(
                title: "\(alerts.name): \(firingCount) at the as-of instant, "
                    + "\(format.count(alerts.ended.count, "end")) in 24 h",
                detail: [course, flapping].compactMap(\.self).joined(separator: " ")
                    + " \(origin)"
            ),
        ]
    }

    /// Whose rule it is.
    private var origin: String {
        guard let rule = ownRule else {
            return "The rule that raised it is the other system's; nothing is tested here."
        }
        return "The rule in \(rule) was evaluated over the history."
    }

    /// Where the rule stands, if all of them come from rule files that were evaluated here.
    private var ownRule: String? {
        guard shown.allSatisfy({ $0.rule != nil }) else { return nil }
        return shown.first?.rule.map { Redaction.redacted($0) }
    }

    /// The summary that all of them have, with how many they are; nil if they differ.
    private var commonSummary: String? {
        let summaries = Set(shown.map(\.shownSummary))
        guard summaries.count == 1, let summary = summaries.first ?? nil else { return nil }
        return shown.count > 1 ? "\(summary) (\(instances))" : summary
    }

    /// `fires on 12 instances`, `has fired and ended`.
    private var phrase: String {
        if !fires { return "has fired and ended" }
        return shown.count == 1 ? "fires" : "fires on \(instances)"
    }

    private var firingCount: String {
        alerts.firing.isEmpty ? "none fires" : "\(format.whole(alerts.firing.count)) firing"
    }

    /// `12 instances`: named by the label that tells them all apart, if there is one.
    private var instances: String {
        let distinct = Set(shown.map(\.series)).count
        let label = ["instance", "node", "pod", "service", "namespace", "job"].first { label in
            let values = Set(shown.compactMap { $0.series.value(of: label) })
            return values.count == distinct
        }
        return format.count(distinct, label ?? "place")
    }

    /// Since when, or from when to when.
    private var course: String {
        let night = alerts.night
        let time = { (instant: Instant) in format.dateTime(instant, reference: night.asOf) }
        if let first = alerts.firing.first {
            let length = format.duration(night.asOf.seconds(since: first.started))
            let subject = shown.count > 1 ? "The first has fired" : "It has fired"
            return first.isOlder
                ? "\(subject) since before \(time(first.started)), for \(length) or more by now."
                : "\(subject) since \(time(first.started)), \(length) by now."
        }
        guard let last = alerts.ended.first, let end = last.ended else { return "" }
        let length = format.duration(end.seconds(since: last.started))
        return "It last fired from \(time(last.started)) to \(time(end)), for \(length)."
    }

    /// What is known of its coming and going; nil if it does not.
    private var flapping: String? {
        guard alerts.mostStarts > 1 else { return nil }
        let times = alerts.mostStarts == 2 ? "twice" : "\(NumberWord.of(alerts.mostStarts)) times"
        return "It began \(times) in 24 h."
    }

    var actions: [Action] {
        let url = shown.lazy.compactMap(\.shownURL).first
        let read = url.map {
            Action(text: "Read \($0) and follow it.", impact: .high, effort: .low)
        }
        let mend =
            fires
            ? "Find the cause of \(alerts.name); if nobody has to act on it, mend its rule."
            : "See why \(alerts.name) fired before it comes back."
        return [Action(text: mend, impact: fires ? .high : .medium, effort: .medium)]
            + [read].compactMap(\.self)
    }

    var evidence: Evidence {
        Evidence(
            series: alerts.course,
            table: table,
            method: ownRule.map { "the rule in \($0), evaluated over the history" }
                ?? "alerts of this name that the source reported as firing",
            data: "\(firingCount) at the as-of instant; "
                + "\(format.count(alerts.ended.count, "end")) in the 24 h before",
            commands: [
                "d8s explain \(AlertFiring.rule.name)-\(Slug.of(alerts.name)) "
                    + "--as-of \(alerts.night.asOf)"
            ]
        )
    }

    private var table: EvidenceTable {
        let all = alerts.firing + alerts.ended
        let rows = all.prefix(Self.tableLength).map { alert -> [EvidenceTable.Cell] in
            let end = alert.fires(at: alerts.night.asOf) ? nil : alert.ended
            let length = (end ?? alerts.night.asOf).seconds(since: alert.started)
            return [
                .code(alert.place),
                alert.isOlder ? .missing("before the look-back") : .time(alert.started),
                end.map { .time($0) } ?? .missing("fires"),
                .number(length, .seconds),
            ]
        }
        let part =
            all.count > rows.count ? "\(rows.count) of the \(all.count) alerts" : "The alerts"
        return EvidenceTable(
            title: "\(part) of this name in the last 24 h",
            columns: ["Where", "Began", "Ended", "For"],
            rows: rows
        )
    }
}
