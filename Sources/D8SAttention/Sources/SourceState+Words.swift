import D8SModel

extension SourceState {
    /// The name without what a configuration may have put into it in confidence.
    var shownName: String { Redaction.redacted(name) }

    /// `checkout`, `checkout and search`, `checkout, search and 3 other services`, or the source
    /// itself where it has brought no service yet.
    var serviceList: String {
        let names = services.sorted()
        switch names.count {
        case 0: return "source \(shownName)"
        case 1...3: return Phrase.list(names)
        default: return "\(names[0]), \(names[1]) and \(names.count - 2) other services"
        }
    }

    /// `of checkout and search`, or `from scrape:node/db1:9100` where it has brought no service.
    var ofServices: String {
        services.isEmpty ? "from \(shownName)" : "of \(serviceList)"
    }

    /// What became of the last attempt, in a sentence without secrets.
    func errorSentence(on night: Night) -> String {
        let format = Format(zone: night.zone)
        let when = lastAttempt.map { " on " + format.dateTime($0, reference: night.asOf) } ?? ""
        if let lastError {
            return "The last attempt\(when) failed: \(Redaction.redacted(lastError))"
        }
        guard let lastAttempt, lastAttempt != lastSuccess else {
            return "No attempt was made since."
        }
        return "The last attempt\(when) did not end."
    }

    /// The services that depend on this source, and how the source stands.
    func evidence(method: String, rule: Rule, on night: Night) -> Evidence {
        let names = services.sorted()
        let table = EvidenceTable(
            title: "Services that depend on it",
            columns: ["Service"],
            rows: names.map { [.text($0)] }
        )
        return Evidence(
            table: names.isEmpty ? nil : table,
            method: method,
            data: standing(on: night),
            commands: ["d8s explain \(rule.name)-\(Slug.of(name)) --as-of \(night.asOf)"]
        )
    }

    private func standing(on night: Night) -> String {
        let format = Format(zone: night.zone)
        let words = { (instant: Instant?) in
            instant.map { format.dateTime($0, reference: night.asOf) } ?? "never"
        }
        let series = coverage.map { coverage in
            let before = coverage.before.map { ", \(format.whole($0)) a week earlier" } ?? ""
            return "; \(format.whole(coverage.active)) series\(before), "
                + "limit \(format.whole(coverage.limit))"
        }
        return "last success \(words(lastSuccess)); newest record \(words(newestEvent)); "
            + format.count(rejected, "row") + " rejected" + (series ?? "")
    }
}
