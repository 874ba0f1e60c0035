import D8SModel
import Testing

@testable import D8SAnalysis

/// Nights of a made-up pack, from a night's values to its findings.
struct PackRulesTests {
    private let asOf = Instant(seconds: 1_800_000_000)
    private let format = Format(zone: .utc)

    private func pack(
        group: [String]? = nil,
        comesAndGoes: Bool = false,
        thresholds: [PackThreshold]
    ) throws -> Pack {
        let kind = try #require(Entity.Kind(rawValue: "host"))
        return Pack(
            name: "demo",
            title: "Demo",
            about: "Hosts of a test.",
            entity: PackEntity(
                kind: kind,
                plural: "hosts",
                labels: ["instance"],
                owner: "team",
                group: group,
                comesAndGoes: comesAndGoes
            ),
            needs: ["load"],
            measures: [
                PackMeasure(
                    name: MeasureName(
                        rawValue: "demo.disk_use",
                        title: "Disk use",
                        unit: .ratio,
                        harm: .up
                    ),
                    query: "disk",
                    thresholds: thresholds,
                    words: [
                        .devops: PackWords(
                            title: "Disk {mountpoint} is nearly full on {entity}",
                            detail: "{value} of {limit} for {for}; {nothing}."
                        )
                    ],
                    actions: [
                        Action(text: "Free {mountpoint}.", impact: .high, effort: .low)
                    ]
                )
            ],
            panels: [],
            file: "demo.yaml"
        )
    }

    private let limits = [
        PackThreshold(severity: .critical, side: .above, limit: 0.95, duration: 600),
        PackThreshold(severity: .warning, side: .above, limit: 0.85, clear: 0.8, duration: 600),
    ]

    /// A line of the night: the values are the last ones, five minutes apart.
    private func line(
        _ instance: String,
        _ values: [Double],
        endsBefore minutes: Int64 = 0,
        step: Int64 = 300_000
    ) -> MeasureReading.Line {
        let end = asOf.milliseconds - minutes * 60_000
        let start = end - Int64(values.count - 1) * step
        return MeasureReading.Line(
            series: Series(
                metric: "",
                labels: [
                    Label("instance", instance), Label("mountpoint", "/"), Label("team", "web"),
                ]
            ),
            times: values.indices.map { start + Int64($0) * step },
            values: values
        )
    }

    private func findings(
        _ pack: Pack,
        _ lines: [MeasureReading.Line],
        week: [MeasureReading.Line] = [],
        fault: String? = nil
    ) -> [Finding] {
        let measures = pack.measures.map { measure in
            MeasureReading(
                pack: pack.name,
                measure: measure,
                window: Window(start: asOf.adding(seconds: -86_400), end: asOf),
                step: 300_000,
                rateWindow: 300_000,
                lines: lines,
                week: week,
                fault: fault
            )
        }
        let reading = DomainReading(pack: pack, measures: measures)
        return PackRules.findings(in: [reading], asOf: asOf, format: format)
    }

    @Test func `what is beyond a limit at the as-of instant is a finding of its severity`() throws {
        let found = findings(
            try pack(thresholds: limits),
            [line("db1", [0.5, 0.9, 0.91, 0.92]), line("db2", [0.5, 0.6, 0.5])]
        )
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.rule == "demo-disk-use")
        #expect(finding.entity.name == "db1")
        #expect(finding.owner == "web")
        #expect(finding.severity == .warning)
        #expect(finding.since == asOf.adding(seconds: -600))
        #expect(finding.measure?.value == 0.92)
        let words = finding.statements[.executive]
        #expect(words?.title == "Disk / is nearly full on db1")
        #expect(
            words?.detail.hasPrefix("92\u{a0}% of 85\u{a0}% for 10\u{a0}min; unknown nothing.")
                == true
        )
        #expect(finding.actions.first?.text == "Free /.")
    }

    @Test func `the highest severity counts, once it has lasted`() throws {
        let lasting = findings(
            try pack(thresholds: limits),
            [line("db1", [0.9, 0.96, 0.97, 0.98])]
        )
        #expect(lasting.map(\.severity) == [.critical])
        let fresh = findings(try pack(thresholds: limits), [line("db1", [0.9, 0.9, 0.9, 0.98])])
        #expect(fresh.map(\.severity) == [.warning])
    }

    @Test func `what is over is information if it was critical, came often or took an hour`() throws
    {
        let calm = [Double](repeating: 0.1, count: 5)
        let bad = [Double](repeating: 0.99, count: 4)
        let critical = findings(try pack(thresholds: limits), [line("db1", bad + calm)])
        #expect(critical.map(\.severity) == [.info])
        #expect(critical.first?.statements[.devops]?.title.hasSuffix(": over, for now") == true)

        let high = [Double](repeating: 0.9, count: 4)
        let once = findings(try pack(thresholds: limits), [line("db1", high + calm)])
        #expect(once.isEmpty)
        let often = high + calm + high + calm + high + calm
        let thrice = findings(try pack(thresholds: limits), [line("db1", often)])
        #expect(thrice.map(\.severity) == [.info])
        let hour = [Double](repeating: 0.9, count: 13)
        let long = findings(try pack(thresholds: limits), [line("db1", hour + calm)])
        #expect(long.map(\.severity) == [.info])
    }

    @Test func `what began before the night is told from the week`() throws {
        let night = [Double](repeating: 0.9, count: 289)
        let week = [Double](repeating: 0.1, count: 100) + [Double](repeating: 0.9, count: 69)
        let found = findings(
            try pack(thresholds: limits),
            [line("db1", night)],
            week: [line("db1", week, step: 3_600_000)]
        )
        #expect(found.first?.since == asOf.adding(seconds: -68 * 3600))
    }

    @Test func `series of one group are one item`() throws {
        let lines = [line("db1", [0.9, 0.9, 0.9]), line("db2", [0.93, 0.93, 0.93])]
        let alone = findings(try pack(thresholds: limits), lines)
        #expect(alone.map(\.entity.name) == ["db2", "db1"])
        let grouped = findings(try pack(group: ["team"], thresholds: limits), lines)
        #expect(grouped.map(\.entity.name) == ["web"])
        #expect(
            grouped.first?.statements[.devops]?.title == "Disk / is nearly full on db2 and 1 more"
        )
        #expect(grouped.first?.evidence.table?.rows.count == 2)
        #expect(grouped.first?.reach == 2)
    }

    @Test func `an entity that fell silent is an item, unless such things come and go`() throws {
        let lines = [line("db1", [0.1, 0.1]), line("db2", [0.1, 0.1], endsBefore: 60)]
        let found = findings(try pack(thresholds: limits), lines)
        #expect(found.map(\.rule) == ["values-missing"])
        #expect(found.first?.severity == .warning)
        #expect(
            found.first?.statements[.devops]?.title == "Demo: values of db2 are missing"
        )
        #expect(findings(try pack(comesAndGoes: true, thresholds: limits), lines).isEmpty)
    }

    @Test func `an entity that is gone for days is known from the week`() throws {
        let gone = line("db3", [0.1, 0.1], endsBefore: 3 * 1440, step: 3_600_000)
        let found = findings(
            try pack(thresholds: limits),
            [line("db1", [0.1, 0.1])],
            week: [gone]
        )
        #expect(found.first?.statements[.devops]?.title == "Demo: values of db3 are missing")
    }

    @Test func `a query without an answer is an item`() throws {
        let found = findings(try pack(thresholds: limits), [], fault: "too many samples")
        #expect(found.map(\.rule) == ["measure-unanswered"])
        #expect(found.first?.statements[.devops]?.detail == "Disk use: too many samples")
    }

    @Test func `a calm night finds nothing and says what it tried`() throws {
        let pack = try pack(thresholds: limits)
        #expect(findings(pack, [line("db1", [0.1, 0.2])]).isEmpty)
        let rules = PackRules.rules(of: [pack], format: format)
        #expect(
            rules.map(\.name) == [
                "demo-disk-use", "values-missing", "measure-unanswered", "pack-unreadable",
            ]
        )
        #expect(
            rules.first?.firesWhen.hasPrefix(
                "critical above 95\u{a0}% for 10\u{a0}min. "
                    + "warning above 85\u{a0}% for 10\u{a0}min, until 80\u{a0}%."
            ) == true
        )
    }
}
