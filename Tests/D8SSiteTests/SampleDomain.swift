import D8SModel
import D8SSite

/// What a night read of a made-up pack: a panel of every kind, a fault, and names to be wary of.
struct SampleDomain {
    var hosts = ["db1:9100", "web1:9100"]

    static let measure = MeasureName(
        rawValue: "system.cpu_use",
        title: "CPU use",
        unit: .ratio,
        harm: .up,
        isKey: true
    )

    private static let limits = [
        PackThreshold(severity: .critical, side: .above, limit: 0.98),
        PackThreshold(severity: .warning, side: .above, limit: 0.9, clear: 0.85),
    ]

    var reading: DomainReading {
        DomainReading(
            pack: pack,
            measures: [
                MeasureReading(
                    pack: "system",
                    measure: PackMeasure(
                        name: Self.measure,
                        query: "cpu",
                        thresholds: Self.limits
                    ),
                    window: window(days: 1),
                    step: 300_000,
                    rateWindow: 300_000,
                    lines: lines(days: 1, step: 300_000)
                )
            ],
            panels: panels
        )
    }

    private var pack: Pack {
        Pack(
            name: "system",
            title: "System",
            about: "Machines and what they run on.",
            entity: PackEntity(
                kind: Entity.Kind(rawValue: "host") ?? .service,
                plural: "hosts",
                labels: ["instance"]
            ),
            needs: ["cpu"],
            measures: [
                PackMeasure(name: Self.measure, query: "cpu", thresholds: Self.limits)
            ],
            panels: panels.map(\.panel),
            file: "templates/packs/system.yaml"
        )
    }

    private var panels: [PanelReading] {
        let drawn = PackPanel.Kind.allCases.map { kind in
            PanelReading(
                panel: PackPanel(
                    id: "panel-\(kind.rawValue)",
                    title: "A \(kind.rawValue)",
                    kind: kind,
                    query: "cpu",
                    legend: "{instance} {missing}",
                    unit: .ratio,
                    target: kind == .gauge ? 0.9 : nil,
                    measure: "cpu_use"
                ),
                spans: [1, 30].map { span(days: $0) }
            )
        }
        let failed = PanelReading(
            panel: PackPanel(
                id: "failed",
                title: "Failed",
                kind: .timeseries,
                query: "cpu",
                unit: .ratio
            ),
            spans: [],
            fault: "too many samples <b>"
        )
        return drawn + [failed]
    }

    private func window(days: Double) -> Window {
        Window(start: Sample.at(days), end: Sample.asOf)
    }

    private func span(days: Int) -> PanelReading.Span {
        let step: Int64 = days == 1 ? 300_000 : 14_400_000
        return PanelReading.Span(
            days: days,
            window: window(days: Double(days)),
            step: step,
            lines: lines(days: days, step: step)
        )
    }

    /// A wave for each host and bucket, with a gap and a value that is none.
    private func lines(days: Int, step: Int64) -> [MeasureReading.Line] {
        hosts.enumerated().flatMap { number, host in
            ["0.1", "0.5", "+Inf"].enumerated().map { bucket, bound in
                let count = Int(Int64(days) * 86_400_000 / step)
                let numbers = (0...count).filter { $0 % 40 != 7 }
                let start = Sample.asOf.milliseconds - Int64(count) * step
                return MeasureReading.Line(
                    series: Series(
                        metric: "",
                        labels: [Label("instance", host), Label("le", bound)]
                    ),
                    times: numbers.map { start + Int64($0) * step },
                    values: numbers.map { index in
                        index == 3 ? .nan : Double((index + number * 17) % 50 + bucket * 25) / 100
                    }
                )
            }
        }
    }
}

extension Sample {
    /// A night on which a domain has something to say.
    static var domain: Sample {
        var sample = Sample()
        sample.domains = [SampleDomain().reading]
        sample.items = [
            SampleItem(
                id: "system-cpu-use-db1",
                service: "db1:9100",
                severity: .warning,
                title: "Work waits for processors on db1:9100",
                detail: "",
                action: "Find what uses them: `ps -eo pcpu,comm | head`.",
                measure: SampleDomain.measure,
                value: 0.99,
                before: 0.4
            ).item
        ]
        return sample
    }
}
