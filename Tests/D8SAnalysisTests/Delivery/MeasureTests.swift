import D8SAnalysis
import D8SModel
import D8STestSupport
import Testing

struct MeasureTests {
    /// 2 Nov 2026 is a Monday.
    ///
    /// W is 22 Aug … 19 Nov; its full ISO weeks begin on 24 Aug … 9 Nov.
    private static let three = history([
        deployment("1", "2026-11-02T10:00:00Z"), deployment("2", "2026-11-02T16:00:00Z"),
        deployment("3", "2026-11-04T10:00:00Z"), deployment("4", "2026-11-10T10:00:00Z"),
    ])

    /// 4 successes in 90 days; gaps 6 h, 42 h, 144 h, median 42 h; days in the weeks of 2 and 9 Nov
    /// are 2 and 1, median 1.5 (weeks before the first deployment do not count).
    @Test func `frequency, gap and days per week`() throws {
        let now = delivery(Self.three).now
        #expect(now.deploymentFrequency.value == 4.0 / 90)
        #expect(now.deploymentFrequency.n == 4)
        #expect(now.deploymentGap.value == 151_200)
        #expect(now.deploymentGap.n == 3)
        #expect(now.deploymentDaysPerWeek.value == 1.5)
        #expect(now.deploymentDaysPerWeek.n == 2)
        #expect(now.window.start == "2026-08-22T00:00:00Z")
        #expect(now.window.end == "2026-11-20T00:00:00Z")
    }

    @Test func `a window before the first deployment has no frequency, a quiet one has zero`() {
        #expect(delivery(Self.three).before.deploymentFrequency.value == nil)
        let quiet = delivery(history([deployment("1", "2026-01-02T10:00:00Z")])).now
        #expect(quiet.deploymentFrequency.value == 0)
        #expect(quiet.deploymentGap.value == nil)
    }

    @Test func `the weeks begin with the first deployment's`() {
        let weeks = delivery(Self.three).weeks
        #expect(weeks.map(\.week.description) == ["2026-W45", "2026-W46", "2026-W47"])
        #expect(weeks.map(\.deployments) == [3, 1, 0])
        #expect(weeks.map(\.deploymentDays) == [2, 1, 0])
        #expect(weeks.map(\.attempts) == [3, 1, 0])
        #expect(weeks[2].medianLeadTime == nil)
    }

    @Test func `at most 53 weeks are shown`() {
        let service = delivery(
            history([
                deployment("1", "2020-01-02T10:00:00Z"), deployment("2", "2026-11-02T10:00:00Z"),
            ])
        )
        #expect(service.weeks.count == 53)
        #expect(service.weeks.last?.week.description == "2026-W47")
        #expect(service.deploymentsEver == 2)
    }

    /// London's clocks go back on Sunday 25 Oct 2026 at 01:00Z, so that day has 25 hours and ends at
    /// 00:00Z on Monday; W begins at midnight of summer time, 23:00Z on 21 Aug.
    @Test func `days and weeks follow the clock change`() throws {
        let zone = try #require(Zone(identifier: "Europe/London"))
        let service = DeliveryAnalysis.service(
            history([
                deployment("0", "2026-08-21T22:59:59Z"), deployment("1", "2026-08-21T23:00:00Z"),
                deployment("2", "2026-10-24T23:00:00Z"), deployment("3", "2026-10-25T23:59:59Z"),
                deployment("4", "2026-10-26T00:00:00Z"),
            ]),
            asOf: asOf,
            zone: zone
        )
        #expect(service.now.deploymentFrequency.n == 4)
        let weeks = service.weeks.filter { $0.deployments > 0 }
        #expect(weeks.map(\.week.description) == ["2026-W34", "2026-W43", "2026-W44"])
        #expect(weeks.map(\.deploymentDays) == [2, 1, 1])
    }

    /// Ten lead times of 1 … 10 h: R-7 gives 5.5, 7.75 and 9.55 h; ranks 2 and 9 bound the median.
    @Test func `lead times have median, P75 and P95`() throws {
        let commits = (1...10).map {
            Commit("\($0)", [], asOf.adding(seconds: -86_400 - Double($0) * 3600), by: 1)
        }
        let now = delivery(
            history(
                [
                    deployment("0", "2026-11-02T10:00:00Z"),
                    deployment("1", asOf.adding(seconds: -86_400)),
                ],
                commits
            )
        ).now
        #expect(now.changeLeadTime.value == 5.5 * 3600)
        #expect(now.changeLeadTime.interval == Interval(low: 7200, high: 9 * 3600))
        #expect(now.changeLeadTimeP75.value == 7.75 * 3600)
        #expect(abs(try #require(now.changeLeadTimeP95.value) - 9.55 * 3600) < 1e-6)
        #expect(now.changeLeadTime.n == 10)
    }

    @Test func `a report sorts its services by name`() {
        let other = ServiceHistory(
            service: Service(name: "admin"),
            environment: "production",
            deployments: [],
            changes: ChangeColumns(),
            incidents: []
        )
        let report = DeliveryAnalysis.report([Self.three, other], asOf: asOf, zone: .utc)
        #expect(report.services.map(\.service.name) == ["admin", "api"])
        #expect(report.window.days == 90)
    }
}

struct GradingTests {
    private static let bands = Benchmark(
        edition: "dora-2023",
        title: "",
        source: "",
        scales: [
            .deploymentGap: .bands(
                [
                    .init(label: "elite", upTo: 86_400), .init(label: "high", upTo: 604_800),
                    .init(label: "medium", upTo: 2_592_000),
                ],
                worst: "low"
            ),
            .changeFailRate: .percentScore(mean: 0.19),
            .recoveryTime: .categoryScore(
                [3600, 86_400, 604_800, 2_592_000, 15_552_000],
                mean: 7.4
            ),
        ]
    )

    private static func service(every hours: Double, count: Int) -> ServiceDelivery {
        let start: Instant = "2026-10-01T00:00:00Z"
        return delivery(
            history(
                (0..<count).map {
                    deployment("\($0)", start.adding(seconds: Double($0) * hours * 3600))
                }
            ),
            benchmarks: [bands]
        )
    }

    @Test(arguments: [(1.0, "elite"), (24, "elite"), (25, "high")])
    func `the level of the frequency comes from the gap`(hours: Double, label: String) {
        let now = Self.service(every: hours, count: 22).now
        #expect(now.deploymentGap.grades.map(\.label) == [label])
        #expect(now.deploymentFrequency.grades == now.deploymentGap.grades)
    }

    @Test func `few observations earn a level only if the whole interval lies in it`() {
        let six = Self.service(every: 24, count: 7).now.deploymentGap
        #expect(six.n == 6)
        #expect(six.grades.map(\.label) == ["elite"])
        let five = Self.service(every: 24, count: 6).now.deploymentGap
        #expect(five.n == 5)
        #expect(five.grades.isEmpty)
        #expect(five.note?.contains("not enough data for a level") == true)
    }

    /// No failure in 22: 10 − 0 / 10 = 10.0.
    @Test func `a percentage scores ten minus a tenth of it`() {
        let rate = Self.service(every: 24, count: 22).now.changeFailRate
        #expect(rate.value == 0)
        #expect(rate.grades.map(\.label) == ["10.0"])
        #expect(rate.grades.map(\.standing) == [1])
    }

    /// 25 failures, each restored two hours later: under a day is category 5 and gives 8.
    @Test func `category c of six scores 2 (c − 1)`() {
        let start: Instant = "2026-10-01T00:00:00Z"
        let deployments = (0..<25).flatMap { index -> [Deployment] in
            let time = start.adding(seconds: Double(index) * 86_400)
            return [
                deployment("f\(index)", time, .failure),
                deployment("s\(index)", time.adding(seconds: 7200)),
            ]
        }
        let recovery = delivery(history(deployments), benchmarks: [Self.bands]).now.recoveryTime
        #expect(recovery.value == 7200)
        #expect(recovery.grades.map(\.label) == ["8.0"])
    }
}
