import D8SModel

/// Reads when alerting rules fired, and which do now.
///
/// The history comes from the series `ALERTS`, minute by minute, so that an end is right to the
/// minute; a beginning is `ALERTS_FOR_STATE`'s value, the second in which the rule's condition
/// became true. What fires now has its words from `/api/v1/alerts`; an alert that only this list
/// knows, since nobody stores `ALERTS`, ends when it is gone from it.
struct PrometheusAlerts: Sendable {
    let source: PrometheusSource
    let client: PrometheusClient

    static let step: Int64 = 60_000
    private static let windowLength = step * 10_000

    private static let cursor = "alerts"
    private static let firingCursor = "alerts:firing"
    private static let listedCursor = "alerts:listed"

    func collect(
        _ occasion: Occasion,
        into sink: SharedSink
    ) async throws(CollectError) -> CollectReport {
        var report = CollectReport()
        let now = occasion.now()
        var position = start(occasion)
        let settled = now.adding(seconds: -PrometheusSource.settling).milliseconds
        let end = settled - settled % Self.step
        var history = AlertHistory(
            firing: FiringAlerts.decoded(occasion.cursors[Self.firingCursor]),
            listed: FiringAlerts.decoded(occasion.cursors[Self.listedCursor])
        )
        while position < end {
            let reached = min(end, position + Self.windowLength)
            let past = try await read(&history, position, reached, &report)
            var batch = RecordBatch(alerts: past)
            batch.cursors = [
                Self.cursor: "\(reached)",
                Self.firingCursor: FiringAlerts.encoded(history.firing),
                Self.listedCursor: FiringAlerts.encoded(history.listed),
            ]
            try deliver(batch, to: sink)
            position = reached
        }
        try await readCurrent(&history, at: now, &report, into: sink)
        return report
    }

    private func start(_ occasion: Occasion) -> Int64 {
        let known = occasion.cursors[Self.cursor].flatMap { Int64($0) }
        let first = occasion.now().adding(seconds: -source.backfill).milliseconds
        let start = max(known ?? first, 0)
        return start - start % Self.step
    }

    /// The alerts that began, went on or ended after `position` up to `reached`.
    private func read(
        _ history: inout AlertHistory,
        _ position: Int64,
        _ reached: Int64,
        _ report: inout CollectReport
    ) async throws(CollectError) -> [Alert] {
        let from = Instant(milliseconds: position + Self.step)
        let to = Instant(milliseconds: reached)
        let step = Double(Self.step) / 1000
        let expression = "ALERTS{alertstate=\"firing\"}"
        let firing = try await client.values(expression, from: from, to: to, step: step)
        for warning in firing.warnings { report.note("alerts: \(warning)") }
        var starts = MatrixAnswer()
        if !firing.columns.isEmpty {
            starts = try await client.values("ALERTS_FOR_STATE", from: from, to: to, step: step)
        }
        let alerts = history.advance(
            firing: named(firing),
            starts: named(starts),
            from: position + Self.step,
            to: reached
        )
        report.countRead(alerts.count)
        return alerts.map { alert in
            var alert = alert
            alert.url = link(to: alert.series)
            return alert
        }
    }

    /// Each series' column under the name and labels that its alert has.
    private func named(_ answer: MatrixAnswer) -> [Series: SampleColumn] {
        let pairs = answer.columns.map { (name(of: $0.series.labels), $0) }
        return Dictionary(pairs) { first, _ in first }
    }

    private func name(of labels: [Label]) -> Series {
        let kept = labels.filter { $0.name != "alertstate" && $0.name != "__name__" }
        return source.labelled(Series(metric: "ALERTS", labels: kept), as: nil)
    }

    /// What fires at this moment, with its words.
    ///
    /// A server that has no rules of its own, such as a store behind vmalert, has no such list.
    private func readCurrent(
        _ history: inout AlertHistory,
        at now: Instant,
        _ report: inout CollectReport,
        into sink: SharedSink
    ) async throws(CollectError) {
        let data: JSONValue
        do throws(CollectError) {
            data = try await client.data(of: "/api/v1/alerts")
        } catch .refusedRequest(let address, let status, _) where status == 404 || status == 400 {
            report.note("\(address) has no list of alerts, so alerts have no words of their own")
            return
        }
        // What is nothing may be `null`.
        guard let list = data["alerts"], list == .null || list.elements != nil else {
            throw .badAnswer(address: client.address, reason: "`alerts` is missing")
        }
        var alerts: [Alert] = []
        for entry in list.elements ?? [] where entry["state"]?.string == "firing" {
            guard let alert = current(entry, history) else {
                let address = client.address
                report.reject(
                    Problem(file: address, line: nil, reason: "an alert has no `activeAt`")
                )
                continue
            }
            alerts.append(alert)
        }
        report.countRead(alerts.count)
        alerts += history.list(alerts, at: now)
        alerts.sort { ($0.series, $0.started) < ($1.series, $1.started) }
        var batch = RecordBatch(alerts: alerts)
        batch.cursors[Self.listedCursor] = FiringAlerts.encoded(history.listed)
        try deliver(batch, to: sink)
    }

    private func current(_ entry: JSONValue, _ history: AlertHistory) -> Alert? {
        let labels = (entry["labels"]?.members ?? [:]).compactMap { name, value in
            value.string.map { Label(name, $0) }
        }
        let series = name(of: labels)
        let active = entry["activeAt"]?.string.flatMap { Instant(iso8601: $0) }
        guard let started = history.firing[series] ?? active?.wholeSecond else { return nil }
        let annotations = entry["annotations"]
        return Alert(
            series: series,
            started: started,
            summary: annotations?["summary"]?.string,
            description: annotations?["description"]?.string ?? annotations?["message"]?.string,
            url: entry["generatorURL"]?.string ?? link(to: series)
        )
    }

    /// Prometheus' page with the alert's own series.
    private func link(to series: Series) -> String? {
        guard let name = series.value(of: "alertname") else { return nil }
        let expression = "\(Series(metric: "ALERTS", labels: [Label("alertname", name)]))"
        return "\(client.address)/graph?\(FormText.encoded([("g0.expr", expression)]))"
    }
}

extension Instant {
    /// This instant without its milliseconds: what `ALERTS_FOR_STATE` keeps of a beginning.
    var wholeSecond: Instant {
        Instant(milliseconds: milliseconds - milliseconds % 1000)
    }
}
