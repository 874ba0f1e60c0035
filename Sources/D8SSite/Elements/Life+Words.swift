import D8SModel

extension Life {
    /// The state as a tag: `new tonight`, `night 12`, and how it moves.
    func tags(_ format: Format) -> [String] {
        switch state {
        case .new: ["new tonight"]
        case .ongoing: [nightWord(format)]
        case .worse: [nightWord(format), "worsening"]
        case .better: [nightWord(format), "improving"]
        case .resolved: ["resolved"]
        case .accepted:
            ["accepted" + (acceptance.map { " until \(format.day($0.until))" } ?? "")]
        }
    }

    /// How long it has been what it is: `new tonight`, `critical since tonight, warning for 3
    /// nights before`, `critical for 12 nights`.
    func sentence(_ format: Format) -> String {
        let runs = runs
        guard let last = runs.last, let severity = last.severity else {
            return "\(nightWord(format)) since \(format.day(firstNight))"
        }
        let before = runs.dropLast().last { $0.severity != nil }
        if night <= 1, before == nil { return "new tonight" }
        let isWhole = runs.dropLast().isEmpty
        let nights = isWhole ? max(night, last.nights) : last.nights
        var sentence =
            nights == 1
            ? "\(severity.word) since tonight"
            : "\(severity.word) for \(format.count(nights, "night"))"
        if let before, let severity = before.severity {
            sentence += ", \(severity.word) for \(format.count(before.nights, "night")) before"
        }
        return sentence + "; raised since \(format.day(firstNight))"
    }

    private func nightWord(_ format: Format) -> String { "night\u{a0}\(format.whole(night))" }

    /// Nights in a row with the same severity, oldest first.
    private var runs: [(severity: Severity?, nights: Int)] {
        var runs: [(severity: Severity?, nights: Int)] = []
        for severity in history {
            if let last = runs.last, last.severity == severity {
                runs[runs.count - 1].nights += 1
            } else {
                runs.append((severity, 1))
            }
        }
        return runs
    }
}
