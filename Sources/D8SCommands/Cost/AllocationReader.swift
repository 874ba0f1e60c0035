import D8SAnalysis
import D8SModel
import Yams

/// Reads `allocation:` of `d8s.yaml`: how the cost of clusters is shared, and what is worth saying.
struct AllocationReader {
    let file: String

    /// The settings with these rates; the defaults where the file says nothing.
    func read(_ reader: inout MappingReader, rates: Rates) -> CostSettings {
        var settings = CostSettings(rates: rates)
        guard let node = reader.node("allocation") else { return settings }
        var own = reader.nestedReader(node, title: "`allocation`")
        settings.days =
            own.value("window", form: "full days such as 30d, 1d to 730d", Self.days)
            ?? settings.days
        settings.teamLabels = own.strings("team_label") ?? settings.teamLabels
        settings.sharing = SharePolicy(
            namespaces: Set(own.strings("shared") ?? []),
            sharesIdle: own.flag("share_idle") ?? false,
            sharesOverhead: own.flag("share_overhead") ?? false,
            method: method(&own)
        )
        let policy = settings.recommendations
        settings.recommendations.leastSaving =
            own.value("least_saving", form: "an amount a month such as 5", RatesReader.rate)
            ?? policy.leastSaving
        reader.absorb(own.finish())
        return settings
    }

    /// `cost`, `even`, or a weight for each namespace or team.
    private func method(_ own: inout MappingReader) -> SharePolicy.Method {
        guard let node = own.node("share_by") else { return .proportional }
        if node.string == "cost" { return .proportional }
        if node.string == "even" { return .even }
        guard node.mapping != nil else {
            own.note(node, "`share_by` has to be cost, even or `name: weight` lines")
            return .proportional
        }
        var nested = own.nestedReader(node, title: "`share_by`")
        var weights: [String: ExactDecimal] = [:]
        for name in nested.keys {
            let form = "a weight from 0 to 10000"
            weights[name] = nested.value(name, form: form, RatesReader.rate)
        }
        own.absorb(nested.finish())
        return .weights(weights)
    }

    private static func days(_ text: String) -> Int? {
        guard let seconds = DurationText.seconds(text) else { return nil }
        let days = seconds / 86_400
        return days == days.rounded() && (1...730).contains(days) ? Int(days) : nil
    }
}
