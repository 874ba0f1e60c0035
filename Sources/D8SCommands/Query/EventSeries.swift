import D8SModel

/// Events as series, so that PromQL can be asked of them: templates/packs/README.md names them.
///
/// Two events of one series at the same millisecond are put a millisecond apart: none is lost.
struct EventSeries {
    /// What every metric of events begins with.
    static let prefix = "d8s_"
    /// How many days of events there are.
    static let days = 90.0
    /// Between two samples of an incident that is open, in milliseconds; and how long back.
    private static let openStep: Int64 = 300_000
    private static let openDays: Int64 = 8

    private let asOf: Instant
    private var samples: [Series: [Int64: Double]] = [:]

    init(asOf: Instant) {
        self.asOf = asOf
    }

    /// A column for each series, in the order of their bytes.
    var columns: [SampleColumn] {
        samples.map { series, samples in
            let sorted = samples.sorted { $0.key < $1.key }
            return SampleColumn(
                series: series,
                times: sorted.map(\.key),
                values: sorted.map(\.value)
            )
        }.sorted { $0.series < $1.series }
    }

    mutating func add(_ history: ServiceHistory) {
        let team = history.service.team ?? ""
        for deployment in history.deployments where isRecent(deployment.finished) {
            add(deployment, team: team)
        }
        for incident in history.incidents { add(incident, team: team) }
    }

    mutating func add(_ run: Run) {
        guard let finished = run.finished, finished <= asOf else { return }
        let labels = [
            Label("namespace", run.namespace ?? ""), Label("pipeline", run.pipeline),
            Label("task", run.task ?? ""), Label("status", run.status.rawValue),
        ]
        add("d8s_runs", labels, 1, at: finished)
        guard let started = run.started else { return }
        add("d8s_run_seconds", labels, finished.seconds(since: started), at: finished)
        add("d8s_run_wait_seconds", labels, started.seconds(since: run.created), at: finished)
    }

    private mutating func add(_ deployment: Deployment, team: String) {
        let labels = [
            Label("service", deployment.service), Label("environment", deployment.environment),
            Label("status", deployment.status.rawValue), Label("team", team),
        ]
        add("d8s_deployments", labels, 1, at: deployment.finished)
        guard let started = deployment.started else { return }
        let length = deployment.finished.seconds(since: started)
        add("d8s_deployment_seconds", labels, length, at: deployment.finished)
    }

    private mutating func add(_ incident: Incident, team: String) {
        let labels = [
            Label("service", incident.service), Label("severity", incident.severity ?? ""),
            Label("team", team),
        ]
        if isRecent(incident.opened) { add("d8s_incidents", labels, 1, at: incident.opened) }
        let resolved = incident.resolved.flatMap { $0 <= asOf ? $0 : nil }
        if let resolved, isRecent(resolved) {
            let length = resolved.seconds(since: incident.opened)
            add("d8s_incident_seconds", labels, length, at: resolved)
        }
        addOpen(incident, labels, until: resolved ?? asOf)
    }

    /// How long it had been open at every step; of several of one series the longest counts.
    private mutating func addOpen(_ incident: Incident, _ labels: [Label], until end: Instant) {
        let series = Series(metric: "d8s_incident_open_seconds", labels: labels)
        let start = max(
            incident.opened.milliseconds,
            asOf.milliseconds - Self.openDays * 86_400_000
        )
        var time = end.milliseconds
        guard time >= start else { return }
        var lengths = samples.removeValue(forKey: series) ?? [:]
        while time >= start {
            let length = Double(time - incident.opened.milliseconds) / 1000
            lengths[time] = max(lengths[time] ?? 0, length)
            time -= Self.openStep
        }
        samples[series] = lengths
    }

    private mutating func add(
        _ metric: String,
        _ labels: [Label],
        _ value: Double,
        at instant: Instant
    ) {
        let series = Series(metric: metric, labels: labels)
        var time = instant.milliseconds
        while samples[series]?[time] != nil { time += 1 }
        samples[series, default: [:]][time] = value
    }

    private func isRecent(_ instant: Instant) -> Bool {
        instant <= asOf && asOf.seconds(since: instant) <= Self.days * 86_400
    }
}
