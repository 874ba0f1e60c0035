import D8SModel
import D8STestSupport

@testable import D8SAttention

/// The night of this day at 02:00 UTC.
func night(_ day: String) -> Night {
    let asOf = Instant(iso8601: day + "T02:00:00Z") ?? Instant(milliseconds: 0)
    return Night(
        organisation: "Acme",
        asOf: asOf,
        zone: .utc,
        validUntil: asOf.adding(seconds: 86_400),
        url: nil,
        generator: "d8s test"
    )
}

func finding(
    _ rule: String = "change-fail-rate-worse",
    _ service: String = "checkout",
    severity: Severity = .warning,
    magnitude: Double = 1,
    confidence: Double? = nil,
    reach: Double = 0,
    cause: String? = nil,
    kind: Entity.Kind = .service
) -> Finding {
    Finding(
        rule: rule,
        entity: Entity(kind: kind, name: service),
        severity: severity,
        magnitude: magnitude,
        confidence: confidence,
        reach: reach,
        cause: cause,
        statements: [.devops: Statement(title: "\(service): \(rule)", detail: "")],
        actions: [],
        evidence: Evidence(method: "", data: "", commands: [])
    )
}

func source(
    _ name: String = "git:checkout",
    interval: Double? = 86_400,
    success: Instant? = "2026-11-20T01:00:00Z",
    newest: Instant? = "2026-11-19T12:00:00Z",
    error: String? = nil,
    services: [String] = ["checkout"],
    rejected: Int = 0,
    coverage: SeriesCoverage? = nil
) -> SourceState {
    SourceState(
        name: name,
        kind: "git",
        interval: interval,
        lastSuccess: success,
        newestEvent: newest,
        lastAttempt: error == nil ? success : "2026-11-20T01:30:00Z",
        lastError: error,
        services: services,
        rejected: rejected,
        coverage: coverage
    )
}

/// An alert of a Prometheus.
func alert(
    _ name: String? = "HighLatency",
    _ severity: String? = "warning",
    instance: String = "db1:9100",
    from started: Instant = "2026-11-19T22:00:00Z",
    to ended: Instant? = nil,
    labels: [Label] = [],
    summary: String? = nil,
    description: String? = nil,
    url: String? = nil
) -> Alert {
    let own = [
        name.map { Label("alertname", $0) }, severity.map { Label("severity", $0) },
        Label("instance", instance),
    ]
    return Alert(
        series: Series(metric: "ALERTS", labels: own.compactMap(\.self) + labels),
        started: started,
        ended: ended,
        summary: summary,
        description: description,
        url: url
    )
}

/// A source that is fresh on every night of these tests and knows of no service.
let freshSource = source("fresh", success: "2027-01-01T00:00:00Z", services: [])

/// Runs the nights one after another; each reads what the ones before wrote.
func live(
    _ nights: [(day: String, findings: [Finding])],
    acceptances: [Acceptance] = [],
    ledger: inout [LedgerEntry]
) -> [AttentionResult] {
    nights.map { step in
        let result = Attention.items(
            findings: step.findings,
            sources: [freshSource],
            ledger: ledger,
            acceptances: acceptances,
            night: night(step.day)
        )
        ledger += result.entries
        return result
    }
}

func live(
    _ nights: [(day: String, findings: [Finding])],
    acceptances: [Acceptance] = []
) -> [AttentionResult] {
    var ledger: [LedgerEntry] = []
    return live(nights, acceptances: acceptances, ledger: &ledger)
}

func acceptance(_ item: String, until: String) -> Acceptance {
    Acceptance(
        item: item,
        reason: "known",
        owner: "ops",
        until: Day(iso8601: until) ?? Day(number: 0)
    )
}
