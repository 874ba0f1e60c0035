import D8SModel

extension Finding {
    /// The words for this audience; another's if it has none of its own.
    func statement(for audience: Audience) -> Statement {
        let order = [audience] + Audience.allCases
        return order.lazy.compactMap { statements[$0] }.first
            ?? Statement(title: "\(rule): \(entity.name)", detail: "")
    }

    /// `1 in 2,400 by chance`; nil for a plain fact and for what may well be chance.
    func chance(_ format: Format) -> String? {
        guard let confidence, confidence.isFinite, confidence >= 0.5 else { return nil }
        let odds = 1 / max(1 - confidence, 1e-12)
        guard odds < 1_000_000 else { return "under 1 in a million by chance" }
        return "1 in \(format.whole(odds.roundedToTwoDigits)) by chance"
    }

    /// `was 9 % · since 7 Nov`; nil if neither is known.
    func change(_ format: Format) -> String? {
        var parts: [String] = []
        if let baseline, let value = baseline.value {
            parts.append("was\u{a0}\(format.value(value, baseline.unit))")
        }
        if let since { parts.append("since\u{a0}\(format.date(since))") }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }
}

extension Item {
    /// How its numbers are written: money in its own currency.
    func format(_ format: Format) -> Format {
        findings.lazy.compactMap(\.currency).first.map(format.with) ?? format
    }
}

extension Action {
    /// `Impact high · effort low`.
    var weight: String { "Impact \(impact.rawValue) · effort \(effort.rawValue)" }
}

extension Double {
    /// A positive number as odds are told: 2,417 becomes 2,400.
    fileprivate var roundedToTwoDigits: Int {
        var step = 1.0
        while self / step >= 100 { step *= 10 }
        return Int((self / step).rounded() * step)
    }
}
