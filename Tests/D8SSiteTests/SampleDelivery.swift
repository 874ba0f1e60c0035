import D8SAnalysis
import D8SModel

/// The delivery of one service, made up: every third deployment day, every ninth one fails.
struct SampleDelivery {
    let service: String
    var deploymentCount = 60

    static let benchmark = Benchmark(
        edition: "dora-2023",
        title: "DORA 2023",
        source: "Accelerate State of DevOps Report 2023",
        scales: [
            .changeLeadTime: .bands(
                [.init(label: "elite", upTo: 86_400), .init(label: "high", upTo: 7 * 86_400)],
                worst: "low"
            ),
            .changeFailRate: .percentScore(mean: 0.19),
            .recoveryTime: .categoryScore([3600, 86_400], mean: 7.4),
        ]
    )

    var delivery: ServiceDelivery {
        ServiceDelivery(
            service: Service(name: service, team: service == "web" ? nil : "Payments"),
            environment: "production",
            now: metrics(of: Window(days: 90, before: Sample.asOf, in: .utc), scale: 1),
            before: metrics(
                of: Window(start: Sample.at(180), end: Sample.at(90)),
                scale: 0.5
            ),
            weeks: weeks,
            deployments: deployments,
            leadTimes: (1...210).map { Double($0 * $0) * 60 },
            lastDeployment: Sample.at(0.5),
            unmappedChanges: 2
        )
    }

    private func metrics(of window: Window, scale: Double) -> DeliveryMetrics {
        func measure(_ name: MeasureName, _ value: Double?, k: Int? = nil) -> Measure {
            Measure(
                name: name,
                entity: Entity(kind: .service, name: service),
                value: value.map { $0 * scale },
                n: 50,
                k: k,
                window: window,
                interval: k == nil ? nil : Interval(low: 0.13, high: 0.35),
                method: "Wilson",
                grades: [Grade(edition: "dora-2023", label: "medium", standing: 0.3)]
            )
        }
        return DeliveryMetrics(
            window: window,
            deploymentFrequency: measure(.deploymentFrequency, 0.55),
            deploymentDaysPerWeek: measure(.deploymentDaysPerWeek, 2),
            deploymentGap: measure(.deploymentGap, 86_400),
            changeLeadTime: measure(.changeLeadTime, 6.2 * 86_400),
            changeLeadTimeP75: measure(.changeLeadTimeP75, 9 * 86_400),
            changeLeadTimeP95: measure(.changeLeadTimeP95, 18 * 86_400),
            mappedChanges: measure(.mappedChanges, 0.98, k: 49),
            changeFailRate: measure(.changeFailRate, 0.22, k: 11),
            recoveryTime: measure(.recoveryTime, service == "web" ? nil : 13_200),
            reworkRate: measure(.reworkRate, 0.1, k: 5),
            openFailures: 1
        )
    }

    private var weeks: [DeliveryWeek] {
        (0..<26).map { index in
            let day = Day(number: 20_412).adding(days: index * 7 + 182)
            let week = Week(of: day)
            return DeliveryWeek(
                week: week,
                start: Zone.utc.start(of: week.monday),
                deployments: 4 + index % 3,
                deploymentDays: 3,
                attempts: 4 + index % 3,
                failures: index > 20 ? 2 : index % 2,
                reworks: 1,
                changes: index == 9 ? 0 : 12,
                medianLeadTime: index == 9 ? nil : Double(3 + index % 4) * 86_400,
                medianRecovery: nil
            )
        }
    }

    private var deployments: [JudgedDeployment] {
        (60 - deploymentCount..<60).map { index in
            let finished = Sample.at(Double(180 - index * 3) + 0.4)
            let fails = index % 5 == 0
            return JudgedDeployment(
                deployment: Deployment(
                    service: service,
                    environment: "production",
                    id: "d\(index)",
                    name: "v4.\(index)",
                    revision: "9f31c2a\(index)",
                    finished: finished,
                    status: .success
                ),
                jobs: 1,
                direction: .forward,
                changes: 4,
                medianLeadTime: 86_400,
                interventions: fails
                    ? [.incident(id: "\(5000 + index)", explicit: index == 30)] : [],
                restored: fails && index < 50 ? finished.adding(seconds: 9000) : nil,
                isRework: false
            )
        }
    }
}
