import D8SModel

/// One item, made up, with a chart, rows and everything else that a page may show.
struct SampleItem {
    var id: String
    var service: String
    var severity: Severity
    var title: String
    var detail: String
    var action: String
    var measure = MeasureName.changeFailRate
    var value = 0.22
    var before = 0.09
    var acceptance: Acceptance?

    var item: Item {
        let history: [Severity?] =
            [nil, nil, nil, nil, nil, nil] + Array(repeating: .warning, count: 3) + [severity]
        return Item(
            id: id,
            findings: [finding],
            severity: severity,
            life: Life(
                state: acceptance != nil ? .accepted : severity == .critical ? .new : .worse,
                firstNight: Day(number: 20_774),
                night: severity == .critical ? 1 : 4,
                history: history,
                due: severity.reactionTime.map { Sample.asOf.adding(seconds: $0 - 5 * 3600) },
                acceptance: acceptance
            ),
            rankedBecause: "critical, and 50 deployments are touched"
        )
    }

    private var finding: Finding {
        Finding(
            rule: "change-fail-rate-worse",
            entity: Entity(kind: .service, name: service),
            owner: "Team Payments",
            severity: severity,
            measure: measured(value, k: 11, n: 50, Interval(low: 0.13, high: 0.35)),
            baseline: measured(before, k: 14, n: 155, Interval(low: 0.05, high: 0.15)),
            since: Sample.at(13),
            magnitude: 0.22,
            confidence: 0.99958,
            reach: 50,
            statements: Dictionary(
                uniqueKeysWithValues: Audience.allCases.map {
                    ($0, Statement(title: title, detail: detail))
                }
            ),
            actions: [Action(text: action, impact: .high, effort: .low)],
            evidence: Evidence(
                series: series,
                table: table,
                method: "Wilson intervals; difference of two rates (Newcombe)",
                considered: ["weekday mix (p = 0.6)", "fewer deployments (no)"],
                data: "205 of 205 deployments linked to a revision",
                commands: ["d8s explain \(id) --as-of 2026-11-20", "d8s dora --service \(service)"]
            )
        )
    }

    private func measured(_ value: Double, k: Int, n: Int, _ interval: Interval) -> Measure {
        Measure(
            name: measure,
            entity: Entity(kind: .service, name: service),
            value: value,
            n: n,
            k: measure.unit == .ratio ? k : nil,
            window: Window(days: 90, before: Sample.asOf, in: .utc),
            interval: measure.unit == .ratio ? interval : nil,
            method: "ratio, Wilson",
            grades: [Grade(edition: "dora-2023", label: "low", standing: 0)]
        )
    }

    private var series: EvidenceSeries {
        let points = (0..<60).map { index -> EvidenceSeries.Point in
            let isAfter = index >= 47
            let wave = Double((index * 37) % 11) / 11
            let share = isAfter ? 0.9 + wave * 0.2 : 0.35 + wave * 0.2
            return .init(time: Sample.at(Double(60 - index)), value: value * share)
        }
        return EvidenceSeries(
            title: "\(measure.title) per week",
            unit: measure.unit,
            points: points,
            normal: Interval(low: value * 0.3, high: value * 0.6),
            target: value * 0.7,
            change: Sample.at(13),
            annotations: [.init(time: Sample.at(13), label: "Release 4.2.0")]
        )
    }

    private var table: EvidenceTable {
        EvidenceTable(
            title: "What failed",
            columns: ["Deployment", "Revision", "Finished", "Evidence", "Restored after"],
            rows: (0..<11).map { index in
                [
                    .text("4.2.\(11 - index)"), .code("9f31c2a\(index)"),
                    .time(Sample.at(Double(index) + 0.4)),
                    .text("incident \(5127 - index), opened 18 min later"),
                    index == 3 ? .missing("open, 3 d 12 h") : .number(13_200, .seconds),
                ]
            }
        )
    }
}
