import D8SModel

extension Alert {
    /// The label `alertname`; alerts without one are told apart by nothing.
    var name: String {
        series.value(of: "alertname").map { Redaction.redacted($0) } ?? "unnamed alert"
    }

    /// Whether it fires at this instant.
    func fires(at instant: Instant) -> Bool {
        started <= instant && ended.map { $0 > instant } ?? true
    }

    /// What the label `severity` comes to here; without one, somebody still wanted to be told.
    var severity: Severity {
        switch series.value(of: "severity")?.lowercased() {
        case "critical", "page", "error": .critical
        case "warning", nil: .warning
        default: .info
        }
    }

    /// Whether it fires all the time to show that alerting works.
    var isWatchdog: Bool {
        let letters = name.lowercased().unicodeScalars.filter { ("a"..."z").contains($0) }
        let name = String(String.UnicodeScalarView(letters))
        return name == "watchdog" || name.contains("deadman")
    }

    /// Whether it says nothing while it fires: a watchdog, or a helper that silences others.
    var firesByDesign: Bool {
        isWatchdog || name == "InfoInhibitor"
            || series.value(of: "severity")?.lowercased() == "none"
    }

    /// What tells it from others of its name, as `instance="db1:9100" mountpoint="/"`.
    var place: String {
        let labels = series.labels.filter { !Self.common.contains($0.name) }
        let text = labels.map { "\($0.name)=\"\($0.value)\"" }.joined(separator: " ")
        return text.isEmpty ? "no labels" : Redaction.redacted(text)
    }

    /// Labels that are about the alert or its collection, not about what it found.
    private static let common: Set<String> = [
        "alertname", "severity", "alertstate", "prometheus", "prometheus_replica", "endpoint",
        "runbook_url",
    ]

    /// The summary in one line without its full stop; nil if there is none.
    var shownSummary: String? {
        let words = Redaction.redacted(summary ?? "", to: 120)
        let text = words.hasSuffix(".") ? String(words.dropLast()) : words
        return text.isEmpty ? nil : text
    }

    /// The description in one line, with its full stop; nil if there is none.
    var shownDescription: String? {
        let text = Redaction.redacted(description ?? "")
        guard let last = text.last else { return nil }
        return ".!?…".contains(last) ? text : text + "."
    }

    /// Where to read more; nil if there is nothing, or if it may hold a secret.
    var shownURL: String? {
        guard let url, ["http://", "https://"].contains(where: url.hasPrefix),
            url.utf8.count <= 300, Redaction.redacted(url) == url, !url.contains(" ")
        else { return nil }
        return url
    }
}
