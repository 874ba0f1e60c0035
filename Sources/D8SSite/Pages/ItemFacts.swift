import D8SModel

/// What stands beside an item's evidence: severity, life, owner, rank, method, data.
struct ItemFacts {
    private struct Fact {
        let name: String
        var text: String?
        var code: String?

        var fields: Fields {
            ["name": .text(name), "text": .optional(text), "code": .optional(code)]
        }
    }

    private let edition: Edition
    private let item: Item
    private let audience: Audience

    init(_ edition: Edition, _ item: Item, _ audience: Audience) {
        self.edition = edition
        self.item = item
        self.audience = audience
    }

    var fields: Fields {
        let squares = item.life.history.suffix(30).map { severity -> Fields in
            ["severity": .optional(severity?.word)]
        }
        return [
            "severityWord": .text(item.severity.title),
            "urgency": .text(urgency),
            "hasLife": .flag(!squares.isEmpty),
            "life": .list(squares),
            "lifeSentence": .text(item.life.sentence(edition.format)),
            "facts": .list(facts.map(\.fields)),
        ]
    }

    /// `, act today · 19 h left`.
    private var urgency: String {
        guard let due = item.life.due else { return item.severity.demand }
        let left = due.seconds(since: edition.night.asOf)
        let words =
            left >= 0
            ? "\(edition.format.duration(left)) left"
            : "overdue by \(edition.format.duration(-left))"
        return "\(item.severity.demand) · \(words)"
    }

    private var facts: [Fact] {
        guard let finding = item.findings.first else { return [] }
        var facts = [
            Fact(name: "Owner", text: finding.owner?.shortened(to: 80)),
            Fact(name: "Ranked because", text: item.rankedBecause),
        ]
        if audience == .analyst {
            facts.append(
                Fact(name: "Measure", text: finding.measure?.proof(item.format(edition.format)))
            )
            facts.append(
                Fact(name: "Baseline", text: finding.baseline?.proof(item.format(edition.format)))
            )
        }
        if audience != .executive { facts += proof(of: finding) }
        facts.append(Fact(name: "Benchmark", text: benchmark(of: finding)))
        if let acceptance = item.life.acceptance {
            facts.append(Fact(name: "Accepted", text: words(of: acceptance)))
        } else if audience != .executive {
            facts.append(Fact(name: "Accept", code: acceptance))
        }
        return facts.filter { $0.code != nil || $0.text?.isEmpty == false }
    }

    private func proof(of finding: Finding) -> [Fact] {
        let considered = finding.evidence.considered.joined(separator: ", ")
        return [
            Fact(name: "Method", text: finding.evidence.method),
            Fact(name: "Also considered", text: considered),
            Fact(name: "Data", text: finding.evidence.data),
        ]
    }

    private func benchmark(of finding: Finding) -> String? {
        finding.measure.map { $0.grades.map(edition.grade).joined(separator: ", ") }
    }

    private func words(of acceptance: Acceptance) -> String {
        "Until \(edition.format.fullDay(acceptance.until)) by "
            + "\(acceptance.owner.shortened(to: 80)): \(acceptance.reason.shortened(to: 300))"
    }

    /// Two weeks from tonight, to be made shorter or longer by who accepts.
    private var acceptance: String {
        "d8s accept \(item.id) --until \(edition.night.day.adding(days: 14)) "
            + "--owner \"…\" --reason \"…\""
    }
}
