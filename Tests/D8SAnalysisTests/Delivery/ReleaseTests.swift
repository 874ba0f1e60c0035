import D8SAnalysis
import D8SModel
import D8STestSupport
import Testing

/// The as-of instant of these tests; W is 22 Aug to 20 Nov 2026.
let asOf: Instant = "2026-11-20T02:00:00Z"

/// The delivery of `api` by these tests' as-of instant, in UTC.
func delivery(
    _ history: ServiceHistory,
    policy: DeliveryPolicy = DeliveryPolicy(),
    benchmarks: [Benchmark] = []
) -> ServiceDelivery {
    DeliveryAnalysis.service(
        history,
        asOf: asOf,
        zone: .utc,
        policy: policy,
        benchmarks: benchmarks
    )
}

struct ReleaseTests {
    @Test func `jobs of one revision within 30 minutes are one deployment`() {
        let all = delivery(
            history([
                deployment("eu", "2026-11-02T10:00:00Z", revision: "a"),
                deployment("us", "2026-11-02T10:30:00Z", revision: "a"),
                deployment("again", "2026-11-02T10:31:00Z", revision: "a"),
            ])
        ).deployments
        #expect(all.map(\.deployment.id) == ["us", "again"])
        #expect(all.map(\.jobs) == [2, 1])
        #expect(all[0].deployment.finished == "2026-11-02T10:30:00Z")
        #expect(all[1].direction == .same)
    }

    @Test func `a way back within 30 minutes is not one release`() {
        let all = delivery(
            history([
                deployment("1", "2026-11-02T10:00:00Z", revision: "a"),
                deployment("2", "2026-11-02T10:10:00Z", revision: "b"),
                deployment("3", "2026-11-02T10:20:00Z", revision: "a"),
            ])
        ).deployments
        #expect(all.map(\.direction) == [.unknown, .unknown, .rollback])
        #expect(all[1].interventions == [.rolledBack(by: "3")])
        #expect(all[1].restored == "2026-11-02T10:20:00Z")
        #expect(all[2].isRework && all[2].deployment.rework == .rollback)
    }

    @Test func `jobs without a revision stand alone`() {
        let all = delivery(
            history([
                deployment("1", "2026-11-02T10:00:00Z"),
                deployment("2", "2026-11-02T10:01:00Z"),
            ])
        ).deployments
        #expect(all.map(\.jobs) == [1, 1])
    }

    @Test func `the last job that was not cancelled decides`() {
        let all = delivery(
            history([
                deployment("1", "2026-11-02T10:00:00Z", .failure, revision: "a"),
                deployment("2", "2026-11-02T10:05:00Z", .success, revision: "a"),
                deployment("3", "2026-11-02T10:06:00Z", .cancelled, revision: "a"),
            ])
        ).deployments
        #expect(all.map(\.deployment.status) == [.success])
        #expect(all.map(\.deployment.id) == ["2"])
    }

    @Test func `a cancelled deployment is neither a success nor a failure`() {
        let service = delivery(
            history([
                deployment("1", "2026-11-02T10:00:00Z", .cancelled, revision: "a"),
                deployment("2", "2026-11-03T10:00:00Z", .cancelled, revision: "b"),
            ])
        )
        #expect(service.now.changeFailRate.value == nil)
        #expect(service.now.deploymentFrequency.value == nil)
        #expect(service.lastDeployment == nil)
        #expect(service.deployments.count == 2)
        #expect(service.weeks.isEmpty)
    }

    @Test func `no deployments have no failure rate`() {
        let service = delivery(history([]))
        #expect(service.now.all.allSatisfy { $0.value == nil })
        #expect(service.now.all.allSatisfy { $0.note != nil })
        #expect(service.weeks.isEmpty && service.deployments.isEmpty)
    }
}
