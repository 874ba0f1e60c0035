import D8SAnalysis
import D8SModel
import D8STestSupport
import Testing

struct FailureTests {
    private static let two = [
        deployment("1", "2026-11-02T10:00:00Z"), deployment("2", "2026-11-05T10:00:00Z"),
    ]

    /// 24 h after the last deployment still belongs to it, a second more does not.
    @Test(arguments: [
        ("2026-11-06T10:00:00Z", 1), ("2026-11-06T10:00:01Z", 0), ("2026-11-05T10:00:00Z", 1),
        ("2026-11-02T09:59:59Z", 0),
    ])
    func `an incident belongs to the last deployment within 24 hours`(text: String, k: Int) {
        let opened = Instant(stringLiteral: text)
        let service = delivery(history(Self.two, [], [incident("i", opened, opened)]))
        #expect(service.now.changeFailRate.k == k)
        #expect(service.now.changeFailRate.n == 2)
    }

    @Test func `a named deployment comes first`() {
        let opened: Instant = "2026-11-05T11:00:00Z"
        let all = [
            incident("i", opened, "2026-11-05T13:00:00Z", by: "1"),
            incident("elsewhere", opened, "2026-11-05T13:00:00Z", by: "staging-7"),
        ]
        let service = delivery(history(Self.two, [], all))
        #expect(service.deployments[0].interventions == [.incident(id: "i", explicit: true)])
        #expect(service.deployments[1].interventions == [])
    }

    /// Two incidents and a failure are one failed deployment of two: 50 %.
    @Test func `each deployment counts once and the last incident ends it`() {
        let service = delivery(
            history(
                [
                    deployment("1", "2026-11-02T10:00:00Z"),
                    deployment("2", "2026-11-05T10:00:00Z", .failure),
                ],
                [],
                [
                    incident("i", "2026-11-05T11:00:00Z", "2026-11-05T12:00:00Z"),
                    incident("j", "2026-11-05T11:30:00Z", "2026-11-05T15:00:00Z"),
                ]
            )
        )
        #expect(service.now.changeFailRate.value == 0.5)
        #expect(service.deployments[1].interventions.count == 3)
        #expect(service.deployments[1].restored == "2026-11-05T15:00:00Z")
        // 5 h from the finish of the deployment.
        #expect(service.now.recoveryTime.value == 18_000)
    }

    @Test(arguments: [nil, "2026-11-20T02:00:01Z"])
    func `an incident open at as-of is censored`(resolved: String?) {
        let end = resolved.map { Instant(stringLiteral: $0) }
        let service = delivery(
            history(Self.two, [], [incident("i", "2026-11-05T11:00:00Z", end)])
        )
        #expect(service.now.recoveryTime.value == nil)
        #expect(service.now.recoveryTime.n == 1)
        #expect(service.now.recoveryTime.k == 0)
        #expect(service.now.openFailures == 1)
        #expect(service.openFailures.map(\.deployment.id) == ["2"])
    }

    @Test func `the next success restores a failed deployment`() {
        let service = delivery(
            history([
                deployment("1", "2026-11-02T10:00:00Z"),
                deployment("2", "2026-11-05T10:00:00Z", .failure),
                deployment("3", "2026-11-05T11:00:00Z", .failure),
                deployment("4", "2026-11-05T12:00:00Z", .cancelled),
                deployment("5", "2026-11-05T14:00:00Z"),
            ])
        )
        #expect(service.deployments[1].restored == "2026-11-05T14:00:00Z")
        #expect(service.deployments[2].restored == "2026-11-05T14:00:00Z")
        // 2 of 4 completed attempts; recoveries 4 h and 3 h, median 3.5 h.
        #expect(service.now.changeFailRate.n == 4)
        #expect(service.now.changeFailRate.value == 0.5)
        #expect(service.now.recoveryTime.value == 12_600)
    }

    @Test func `a hotfix within a day means that the deployment before it needed one`() {
        let service = delivery(
            history([
                deployment("1", "2026-11-02T10:00:00Z"),
                deployment("2", "2026-11-02T15:00:00Z", rework: .hotfix),
                deployment("3", "2026-11-04T15:00:00Z", rework: .hotfix),
                deployment("4", "2026-11-05T15:00:00Z", rework: .patch),
            ])
        )
        #expect(service.deployments.map(\.neededIntervention) == [true, false, false, false])
        #expect(service.deployments[0].interventions == [.hotfixed(by: "2")])
        #expect(service.deployments[0].restored == "2026-11-02T15:00:00Z")
        #expect(service.now.reworkRate.k == 2)
        #expect(service.deployments[3].deployment.rework == .patch)
    }

    @Test func `candidates count as rework only if the policy says so`() {
        let deployments = [
            deployment("1", "2026-11-02T10:00:00Z"),
            deployment("2", "2026-11-04T15:00:00Z", rework: .patch),
        ]
        let policy = DeliveryPolicy(countedRework: [.patch])
        #expect(delivery(history(deployments)).now.reworkRate.k == 0)
        #expect(delivery(history(deployments), policy: policy).now.reworkRate.k == 1)
    }

    @Test func `a rollback over several releases takes back all of them`() {
        let service = delivery(
            history([
                deployment("1", "2026-11-02T10:00:00Z", revision: "a"),
                deployment("2", "2026-11-03T10:00:00Z", revision: "b"),
                deployment("3", "2026-11-04T10:00:00Z", revision: "c"),
                deployment("4", "2026-11-04T11:00:00Z", revision: "a"),
            ])
        )
        #expect(service.deployments.map(\.neededIntervention) == [false, true, true, false])
        #expect(service.deployments.map(\.isRework) == [false, false, false, true])
        // 25 h and 1 h: median 13 h.
        #expect(service.now.recoveryTime.value == 46_800)
    }

    @Test func `a failure before the window is still open after it`() {
        let service = delivery(
            history([
                deployment("1", "2025-01-01T10:00:00Z"),
                deployment("2", "2025-01-05T10:00:00Z", .failure),
            ])
        )
        #expect(service.openFailures.map(\.deployment.id) == ["2"])
        #expect(service.deployments.isEmpty)
    }

    @Test func `the same instant for everything does not trap`() {
        let now: Instant = "2026-11-05T10:00:00Z"
        let service = delivery(
            history(
                [deployment("1", now, revision: "a"), deployment("2", now, revision: "b")],
                [Commit("a", [], now), Commit("b", ["a"], now)],
                [incident("i", now, now)],
                withGraph: true
            )
        )
        #expect(service.now.changeFailRate.k == 1)
        #expect(service.now.deploymentGap.value == 0)
    }

    @Test func `extreme times do not trap`() {
        let far = [Instant(milliseconds: .min), Instant(milliseconds: .max)]
        let service = delivery(
            history(
                [deployment("1", far[0]), deployment("2", "2026-11-05T10:00:00Z")],
                [Commit("a", [], far[0], by: 1), Commit("b", [], far[1], by: 1)],
                [incident("i", far[0], far[1]), incident("j", "2026-11-05T11:00:00Z", far[1])]
            )
        )
        #expect(service.deployments.count == 1)
    }
}
