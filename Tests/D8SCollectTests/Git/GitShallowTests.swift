import D8SModel
import Foundation
import Testing

@testable import D8SCollect

struct GitShallowTests {
    /// ```
    /// a0 ─ a1(v1) ─ a2 ─ a3(v2) ─ a4 ─ a5(v3) ─ a6
    ///  └────────────── f ───────────┘            f is merged by a5
    /// ```
    private func script() -> GitScript {
        var script = GitScript()
        let a0 = script.commit("a0", day: 0)
        let a1 = script.commit("a1", day: 1, on: [a0])
        script.tag("v1.0.0", at: a1)
        let a2 = script.commit("a2", day: 2, on: [a1])
        let a3 = script.commit("a3", day: 3, on: [a2])
        script.tag("v2.0.0", at: a3)
        let a4 = script.commit("a4", day: 4, on: [a3])
        let f = script.commit("f", day: 4, on: [a0])
        let a5 = script.commit("a5", day: 5, on: [a4, f])
        script.tag("v3.0.0", at: a5)
        script.commit("a6", day: 6, on: [a5])
        return script
    }

    /// Four commits deep there are a6, a5, a4, f, a3 and a0.
    ///
    /// a0 was first in v1.0.0, which is not in this clone; it looks as if v3.0.0 had brought it. The
    /// cut is behind a3, committed on day 3 at 01:00, and by git's count behind a0 as well: what is
    /// younger cannot be hidden.
    @Test func `a shallow clone claims nothing that it cannot see`() throws {
        let whole = try GitFixture(script())
        let clone = try GitFixture(
            copying: ["clone", "-q", "--bare", "--depth", "4", "file://" + whole.path]
        )
        #expect(try clone.here(["rev-list", "--count", "--all"]) == "6")
        let collected = try Collected(clone.source())
        #expect(
            collected.carried.mapValues(Set.init) == ["v3.0.0": ["a4", "f", "a5"], "none": ["a6"]]
        )
        #expect(collected.batch.deployments.map(\.id) == ["v2.0.0", "v3.0.0"])
        #expect(
            collected.report.notes == [
                "\(clone.path) is a shallow clone, cut off behind 2 commits: which release first"
                    + " carried the 2 commits made until 2026-01-04T01:00:00Z is out of sight, and they are"
                    + " left out. Run git fetch --unshallow."
            ]
        )
    }

    @Test func `a deepened clone is as good as the whole`() throws {
        let whole = try GitFixture(script())
        let clone = try GitFixture(
            copying: ["clone", "-q", "--bare", "--depth", "2", "file://" + whole.path]
        )
        try clone.here(["fetch", "-q", "--unshallow", "--tags", "origin"])
        #expect(try Collected(clone.source()).batch == Collected(whole.source()).batch)
    }
}
