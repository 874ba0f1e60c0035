import D8SModel

/// Phrases that several rules' sentences share.
enum Words {
    private static let fractions: [(share: Double, words: String)] = [
        (0.1, "one deployment in ten"), (1.0 / 9, "one deployment in nine"),
        (0.125, "one deployment in eight"), (1.0 / 7, "one deployment in seven"),
        (1.0 / 6, "one deployment in six"), (0.2, "one deployment in five"),
        (0.25, "one deployment in four"), (1.0 / 3, "one deployment in three"),
        (0.4, "two deployments in five"), (0.5, "every second deployment"),
        (0.6, "three deployments in five"), (2.0 / 3, "two deployments in three"),
        (0.75, "three deployments in four"), (1, "every deployment"),
    ]

    /// `one deployment in five`, or the percentage where no simple fraction is within a tenth.
    static func share(_ share: Double, _ format: Format) -> String {
        let near = fractions.min { abs($0.share - share) < abs($1.share - share) }
        guard let near, abs(near.share - share) <= 0.1 * near.share else {
            return "\(format.percent(share)) of its deployments"
        }
        return near.words
    }

    /// `11 of 50`.
    static func counts(_ measure: Measure, _ format: Format) -> String {
        "\(format.whole(measure.k ?? 0)) of \(format.whole(measure.n))"
    }

    /// `22 % (11/50, 95 % interval 13–35 %)`.
    static func exact(_ measure: Measure, _ format: Format) -> String {
        let value = format.value(measure.value, measure.unit)
        let n =
            measure.k.map { "\(format.whole($0))/\(format.whole(measure.n))" }
            ?? "n = \(format.whole(measure.n))"
        let interval = measure.interval.map {
            ", \(format.percent($0.confidence)) interval \(format.interval($0, measure.unit))"
        }
        return "\(value) (\(n)\(interval ?? ""))"
    }

    /// `p = 0.0003`.
    static func probability(_ value: Double, _ format: Format) -> String {
        value < 1e-6 ? "p < 0.000001" : "p = \(format.number(value))"
    }

    /// ` It most likely began on 12 Sep (p = 0.0003).`: when and how sure, for analysts.
    static func onset(_ since: Instant?, _ probability: Double, _ night: DeliveryNight) -> String {
        let sure = "(\(Words.probability(probability, night.format)))"
        guard let since else { return " The test says that it is no chance \(sure)." }
        return
            " It most likely began on \(night.format.date(since, reference: night.asOf)) \(sure)."
    }

    /// What the method says of the recent spans of which the clearer one decided.
    static func spans(_ night: DeliveryNight, _ service: ServiceDelivery) -> String {
        let days = night.spans(of: service).map { "\($0.days)" }
        return days.count > 1
            ? "the smaller probability of the last \(days.joined(separator: " and ")) days times "
                + "\(days.count)"
            : "the last \(days.first ?? "0") days"
    }

    /// ` since 12 Sep`, or nothing.
    static func since(_ instant: Instant?, _ night: DeliveryNight) -> String {
        instant.map { " since \(night.format.date($0, reference: night.asOf))" } ?? ""
    }

    /// `4 failed, 5 by an incident, 2 rolled back`: each reason with its number, none twice.
    static func reasons(_ failures: [JudgedDeployment]) -> String {
        let count = { (test: (JudgedDeployment.Intervention) -> Bool) in
            failures.count { $0.interventions.contains(where: test) }
        }
        let counts = [
            (count { if case .failed = $0 { true } else { false } }, "failed while deploying"),
            (count { if case .incident = $0 { true } else { false } }, "led to an incident"),
            (count { if case .rolledBack = $0 { true } else { false } }, "were rolled back"),
            (count { if case .hotfixed = $0 { true } else { false } }, "were followed by a hotfix"),
        ]
        return counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }
}
