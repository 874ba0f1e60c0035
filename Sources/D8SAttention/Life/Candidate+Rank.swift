import D8SModel

extension Candidate {
    /// Severity, then reach, then confidence, then novelty; ties by id.
    static func ranksBefore(_ left: Candidate, _ right: Candidate) -> Bool {
        if left.severity != right.severity { return left.severity > right.severity }
        if left.group.reach != right.group.reach { return left.group.reach > right.group.reach }
        if left.group.confidence != right.group.confidence {
            return left.group.confidence > right.group.confidence
        }
        if left.novelty != right.novelty { return left.novelty < right.novelty }
        return left.group.id < right.group.id
    }

    /// What has decided the rank, in the order in which it decides: `critical · reach 1,200 ·
    /// 99.96 % sure · new tonight`.
    var rankedBecause: String {
        let format = Format(zone: night.zone)
        var parts = [severity.word]
        if group.reach > 0 { parts.append("reach " + format.number(group.reach)) }
        parts.append(certainty(format))
        parts.append(noveltyWords)
        if let acceptance, !isAccepted {
            parts.append(refusedAcceptance(acceptance, format))
        }
        return parts.joined(separator: " · ")
    }

    private var novelty: Int {
        switch state {
        case .new: 0
        case .worse: 1
        case .ongoing: 2
        case .better: 3
        case .accepted, .resolved: 4
        }
    }

    private var noveltyWords: String {
        switch state {
        case .new: "new tonight"
        case .worse: "worse, night \(nightNumber)"
        case .better: "better, night \(nightNumber)"
        case .ongoing, .accepted, .resolved: "night \(nightNumber)"
        }
    }

    /// `99.96 % sure`; never a rounded-up 100 %.
    private func certainty(_ format: Format) -> String {
        guard let confidence = group.lead.confidence else { return "a plain fact" }
        guard confidence < 0.9999 else { return "over 99.99\u{a0}% sure" }
        let digits = confidence >= 0.99 ? 2 : 0
        return format.trimmed(format.fixed(confidence * 100, digits)) + "\u{a0}% sure"
    }

    private func refusedAcceptance(_ acceptance: Acceptance, _ format: Format) -> String {
        let day = format.fullDay(acceptance.until)
        return outgrewAcceptance && acceptance.until >= night.day
            ? "worse than when \(acceptance.owner) accepted it"
            : "accepted by \(acceptance.owner) until \(day), which is over"
    }
}
