import D8SAnalysis
import D8SModel
import D8STestSupport
import Testing

struct MappingTests {
    /// a ← b ← c, deployed one by one; b is taken back and brought again.
    ///
    /// The first deployment maps none; b is first carried by the second and never again, while the
    /// range of the fourth, a…c relative to the rollback, holds b and c.
    @Test func `a rollback carries nothing and the way forward only what is new`() {
        let service = delivery(
            history(
                [
                    deployment("1", "2026-11-02T10:00:00Z", revision: "a"),
                    deployment("2", "2026-11-03T10:00:00Z", revision: "b"),
                    deployment("3", "2026-11-03T12:00:00Z", revision: "a"),
                    deployment("4", "2026-11-04T10:00:00Z", revision: "c"),
                ],
                [
                    Commit("a", [], "2026-11-02T09:00:00Z"),
                    Commit("b", ["a"], "2026-11-03T09:00:00Z"),
                    Commit("c", ["b"], "2026-11-04T07:00:00Z"),
                ],
                withGraph: true
            )
        )
        #expect(service.deployments.map(\.direction) == [.unknown, .forward, .rollback, .forward])
        #expect(service.deployments.map(\.changes) == [nil, 1, 0, 1])
        #expect(service.deployments.map { $0.range?.changes } == [nil, 1, 0, 2])
        // 1 h for b, 3 h for c; median 2 h.
        #expect(service.leadTimes == [3600, 10_800])
        #expect(service.now.changeLeadTime.value == 7200)
        // b: 25 h, c: 3 h relative to the way forward; median 14 h.
        #expect(service.deployments[3].range?.medianLeadTime == 50_400)
    }

    @Test func `a failed deployment delivers nothing`() {
        let service = delivery(
            history(
                [
                    deployment("1", "2026-11-02T10:00:00Z", revision: "a"),
                    deployment("2", "2026-11-03T10:00:00Z", .failure, revision: "b"),
                    deployment("3", "2026-11-03T14:00:00Z", revision: "b"),
                ],
                [
                    Commit("a", [], "2026-11-02T09:00:00Z"),
                    Commit("b", ["a"], "2026-11-03T09:00:00Z"),
                ],
                withGraph: true
            )
        )
        #expect(service.leadTimes == [5 * 3600])
        #expect(service.deployments.map(\.changes) == [nil, nil, 1])
    }

    /// r ← x, r ← y: x and y do not contain each other.
    @Test func `a branch beside the one before is sideways`() {
        let service = delivery(
            history(
                [
                    deployment("1", "2026-11-02T10:00:00Z", revision: "x"),
                    deployment("2", "2026-11-03T10:00:00Z", revision: "y"),
                    deployment("3", "2026-11-04T10:00:00Z", revision: "elsewhere"),
                ],
                [
                    Commit("r", [], "2026-11-01T09:00:00Z"),
                    Commit("x", ["r"], "2026-11-02T09:00:00Z"),
                    Commit("y", ["r"], "2026-11-03T09:00:00Z"),
                ],
                withGraph: true
            )
        )
        #expect(service.deployments.map(\.direction) == [.unknown, .sideways, .unknown])
        #expect(service.deployments[1].range?.changes == 1)
    }

    @Test func `a change that is not deployed yet is not unmapped`() {
        let service = delivery(
            history(
                [
                    deployment("1", "2026-11-02T10:00:00Z", revision: "a"),
                    deployment("2", "2026-11-03T10:00:00Z", revision: "b"),
                ],
                [
                    Commit("a", [], "2026-11-02T09:00:00Z"),
                    Commit("b", ["a"], "2026-11-03T09:00:00Z"),
                    Commit("c", ["b"], "2026-11-03T11:00:00Z"),
                    Commit("side", ["a"], "2026-11-02T11:00:00Z"),
                ],
                withGraph: true
            )
        )
        #expect(service.unmappedChanges == 0)
        #expect(service.now.mappedChanges.value == 1)
        #expect(service.now.mappedChanges.n == 1)
    }

    @Test func `merge commits have no lead time of their own`() {
        let service = delivery(
            history(
                [
                    deployment("1", "2026-11-02T10:00:00Z", revision: "a"),
                    deployment("2", "2026-11-03T10:00:00Z", revision: "m"),
                ],
                [
                    Commit("a", [], "2026-11-02T09:00:00Z"),
                    Commit("b", ["a"], "2026-11-03T07:00:00Z"),
                    Commit("m", ["a", "b"], "2026-11-03T09:59:00Z"),
                ],
                withGraph: true
            )
        )
        #expect(service.leadTimes == [10_800])
    }

    @Test func `the deployment that the source names comes first`() {
        let deployments = [
            deployment("1", "2026-11-02T10:00:00Z"), deployment("2", "2026-11-03T10:00:00Z"),
            deployment("3", "2026-11-04T10:00:00Z", .failure),
            deployment("4", "2026-11-04T12:00:00Z"),
        ]
        let service = delivery(
            history(
                deployments,
                [
                    Commit("old", [], "2026-11-02T09:00:00Z", by: 0),
                    Commit("a", [], "2026-11-03T08:00:00Z", by: 1),
                    Commit("b", [], "2026-11-04T09:00:00Z", by: 2),
                    Commit("lost", [], "2026-11-04T09:00:00Z", by: -2),
                    Commit("hostile", [], "2026-11-04T09:00:00Z", by: 99),
                ]
            )
        )
        // a: 2 h; b was in a failed attempt and reached users 3 h after it was written.
        #expect(service.leadTimes == [7200, 10_800])
        #expect(service.now.mappedChanges.k == 2)
        #expect(service.now.mappedChanges.n == 4)
        #expect(service.unmappedChanges == 2)
        #expect(service.now.changeLeadTime.value == 9000)
        #expect(service.now.changeLeadTime.note?.contains("under 95 %") == true)
        #expect(service.now.changeLeadTime.grades.isEmpty)
    }

    @Test func `without a graph the first success at or after a change carries it`() {
        let service = delivery(
            history(
                [
                    deployment("1", "2026-11-02T10:00:00Z"),
                    deployment("2", "2026-11-03T10:00:00Z", .failure),
                    deployment("3", "2026-11-03T12:00:00Z"),
                ],
                [
                    Commit("older", [], "2026-11-02T10:00:00Z"),
                    Commit("a", [], "2026-11-03T09:00:00Z"),
                    Commit("b", [], "2026-11-03T12:00:00Z"),
                    Commit("pending", [], "2026-11-03T12:00:01Z"),
                ]
            )
        )
        #expect(service.leadTimes == [0, 10_800])
        #expect(service.now.mappedChanges.value == 1)
    }

    @Test func `a clock that ran ahead counts as no wait and is said`() {
        let service = delivery(
            history(
                [
                    deployment("1", "2026-11-02T10:00:00Z"),
                    deployment("2", "2026-11-03T10:00:00Z"),
                ],
                [Commit("a", [], "2026-11-03T11:00:00Z", by: 1)]
            )
        )
        #expect(service.leadTimes == [0])
        #expect(service.now.changeLeadTime.note?.contains("1 dated after") == true)
    }

    @Test func `a graph with a cycle ends`() {
        let service = delivery(
            history(
                [
                    deployment("1", "2026-11-02T10:00:00Z", revision: "a"),
                    deployment("2", "2026-11-03T10:00:00Z", revision: "b"),
                ],
                [
                    Commit("a", ["b"], "2026-11-02T09:00:00Z"),
                    Commit("b", ["a", "b"], "2026-11-03T09:00:00Z"),
                ],
                withGraph: true
            )
        )
        #expect(service.deployments.count == 2)
    }
}
