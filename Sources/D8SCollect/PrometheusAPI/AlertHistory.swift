import D8SModel

/// Puts the minutes in which alerts fired together into alerts with a beginning and an end.
struct AlertHistory {
    /// What fired at the end of what has been read, and since when.
    private(set) var firing: [Series: Instant]
    /// What the server's list of alerts had, and no minute yet, and since when.
    private(set) var listed: [Series: Instant]

    init(firing: [Series: Instant], listed: [Series: Instant]) {
        self.firing = firing
        self.listed = listed
    }

    /// The alerts of the minutes from `from` to `to`: those that ended, and those that still fire.
    ///
    /// `columns` has for each alert the minutes in which it fired, `starts` for each alert and
    /// minute since when, in POSIX seconds.
    mutating func advance(
        firing columns: [Series: SampleColumn],
        starts: [Series: SampleColumn],
        from: Int64,
        to: Int64
    ) -> [Alert] {
        var alerts: [Alert] = []
        for series in columns.keys {
            guard let started = listed.removeValue(forKey: series) else { continue }
            firing[series] = firing[series] ?? started
        }
        for series in Set(columns.keys).union(firing.keys).sorted() {
            let known = starts[series].map { Array(zip($0.times, $0.values)) } ?? []
            let begins = Dictionary(known) { first, _ in first }
            var current = firing.removeValue(forKey: series)
            var last = from - PrometheusAlerts.step
            for time in columns[series]?.times ?? [] {
                let begin = begins[time].flatMap(Self.instant)
                let isNext = time - last <= PrometheusAlerts.step
                if let started = current, !(begin.map { $0 == started } ?? isNext) {
                    alerts.append(Self.ended(series, started, last))
                    current = nil
                }
                current = current ?? begin ?? Instant(milliseconds: time)
                last = time
            }
            guard let started = current else { continue }
            if last == to {
                firing[series] = started
                alerts.append(Alert(series: series, started: started))
            } else {
                alerts.append(Self.ended(series, started, last))
            }
        }
        return alerts
    }

    /// Takes the server's list of what fires now for the last one; gives the ends of those alerts
    /// that only the last one had.
    mutating func list(_ alerts: [Alert], at now: Instant) -> [Alert] {
        let before = listed
        listed = [:]
        for alert in alerts where firing[alert.series] == nil {
            listed[alert.series] = alert.started
        }
        return before.filter { listed[$0.key] != $0.value && firing[$0.key] != $0.value }
            .map { series, started in
                let next = listed[series].flatMap { $0 > started ? $0 : nil } ?? now
                return Alert(series: series, started: started, ended: max(started, min(next, now)))
            }
    }

    /// It did not fire any more a minute after it last did.
    private static func ended(_ series: Series, _ started: Instant, _ last: Int64) -> Alert {
        let ended = Instant(milliseconds: last + PrometheusAlerts.step)
        return Alert(series: series, started: started, ended: max(started, ended))
    }

    private static func instant(_ seconds: Double) -> Instant? {
        Int64(exactly: seconds.rounded()).map { Instant(seconds: $0) }
    }
}
