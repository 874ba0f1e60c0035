import D8SModel
import D8STestSupport
import Foundation
import Testing

@testable import D8SCollect

/// Days count from 2026-01-01T00:00:00Z; a commit is committed an hour after it was authored.
struct GitSourceTests {
    /// ```
    /// a(0) ─ b(1) ─ c(2) ─ m(4) ─ u(11)
    ///        │ └──── x(3) ──┘ │
    ///        v1.0.0           v1.1.0, made on day 10
    /// ```
    private func merging() -> GitScript {
        var script = GitScript()
        let a = script.commit("a", day: 0)
        let b = script.commit("b", day: 1, on: [a])
        script.tag("v1.0.0", at: b)
        let c = script.commit("c", day: 2, on: [b])
        let x = script.commit("x", day: 3, on: [b])
        let m = script.commit("Merge branch 'x'", day: 4, on: [c, x])
        script.annotated("v1.1.0", at: m, day: 10)
        script.commit("u", day: 11, on: [m])
        return script
    }

    @Test func `each commit goes to the first release that holds it`() throws {
        let collected = try GitFixture(merging()).collected()
        #expect(
            collected.carried.mapValues(Set.init) == [
                "v1.0.0": ["a", "b"], "v1.1.0": ["c", "x", "Merge branch 'x'"], "none": ["u"],
            ]
        )
        #expect(collected.batch.services == [Service(name: "checkout")])
        #expect(collected.report.read == 6 + 2)
        #expect(collected.report.rejected == 0)
        #expect(collected.report.notes == [])
        #expect(collected.report.newest == "2026-01-12T01:00:00Z")
    }

    @Test func `a light tag has its commit's time and an annotated one its own`() throws {
        let collected = try GitFixture(merging()).collected()
        #expect(collected.batch.deployments.map(\.id) == ["v1.0.0", "v1.1.0"])
        #expect(
            collected.batch.deployments.map(\.finished)
                == ["2026-01-02T01:00:00Z", "2026-01-11T00:00:00Z"]
        )
        #expect(collected.batch.deployments.allSatisfy { $0.environment == "production" })
        #expect(collected.batch.deployments.allSatisfy { $0.status == .success })
    }

    @Test func `a change keeps both its dates, its parents and its author`() throws {
        let fixture = try GitFixture(merging())
        let changes = try Collected(fixture.source()).batch.changes
        let merge = try #require(changes.first { $0.isMerge })
        #expect(merge.authored == "2026-01-05T00:00:00Z")
        #expect(merge.committed == "2026-01-05T01:00:00Z")
        #expect(merge.author == "Ada")
        let revision = try fixture.here(["rev-parse", "v1.1.0^{commit}"])
        #expect(merge.revision == revision)
        #expect(
            merge.parents
                == (try fixture.here(["rev-parse", "v1.1.0^1", "v1.1.0^2"]))
                .split(separator: "\n").map { String($0) }
        )
        let places = Dictionary(
            uniqueKeysWithValues: changes.enumerated().map { ($1.revision, $0) }
        )
        for (place, change) in changes.enumerated() {
            #expect(change.parents.allSatisfy { (places[$0] ?? .max) < place })
        }
    }

    @Test func `collecting twice gives the same`() throws {
        let fixture = try GitFixture(merging())
        #expect(try Collected(fixture.source()) == Collected(fixture.source()))
    }

    /// v1.0.1 is on a branch of its own and made after v1.1.0, which does not hold its fix.
    @Test func `a release off the main line has its own commits only`() throws {
        var script = GitScript()
        let a = script.commit("a", day: 0)
        script.tag("v1.0.0", at: a)
        let fix = script.commit("fix", day: 5, on: [a])
        script.tag("v1.0.1", at: fix)
        let b = script.commit("b", day: 1, on: [a])
        script.tag("v1.1.0", at: b)
        script.commit("c", day: 6, on: [b])
        let collected = try GitFixture(script).collected()
        #expect(
            collected.carried
                == ["v1.0.0": ["a"], "v1.1.0": ["b"], "v1.0.1": ["fix"], "none": ["c"]]
        )
        #expect(collected.batch.deployments.map(\.id) == ["v1.0.0", "v1.1.0", "v1.0.1"])
    }

    @Test func `releases of one moment go by ancestry and then by name`() throws {
        var script = GitScript()
        let date = "1767225600"
        let a = script.commit("a", day: 0, date: date)
        let b = script.commit("b", day: 0, on: [a], date: date)
        let c = script.commit("c", day: 0, on: [b], date: date)
        script.tag("v3.0.0", at: a)
        script.tag("v2.0.0", at: b)
        script.tag("v1.0.0", at: c)
        script.tag("v1.0.0+again", at: c)
        let collected = try GitFixture(script).collected()
        #expect(collected.carried == ["v3.0.0": ["a"], "v2.0.0": ["b"], "v1.0.0": ["c"]])
        #expect(
            collected.batch.deployments.map(\.id)
                == ["v3.0.0", "v2.0.0", "v1.0.0", "v1.0.0+again"]
        )
    }

    @Test func `pre-releases and tags of another form are no deployments`() throws {
        var script = GitScript()
        let a = script.commit("a", day: 0)
        script.tag("v1.0.0-rc1", at: a)
        script.tag("nightly", at: a)
        let b = script.commit("b", day: 1, on: [a])
        script.tag("v1.0.0", at: b)
        let fixture = try GitFixture(script)
        let collected = try Collected(fixture.source())
        #expect(collected.carried == ["v1.0.0": ["a", "b"]])
        #expect(
            collected.report.notes == [
                "Pre-releases in \(fixture.path) are not counted as deployments: v1.0.0-rc1."
            ]
        )
        var source = fixture.source()
        source.includesPrereleases = true
        #expect(try Collected(source).carried == ["v1.0.0-rc1": ["a"], "v1.0.0": ["b"]])
        source.tagPatterns = ["nightly"]
        #expect(try Collected(source).carried == ["nightly": ["a"], "none": ["b"]])
    }

    @Test func `tags of trees are left out and tags of tags are followed`() throws {
        let fixture = try GitFixture(merging())
        try fixture.here(["tag", "v9.0.0", "main^{tree}"])
        try fixture.here(["tag", "-a", "-m", "tree", "v9.1.0", "main^{tree}"])
        try fixture.here(["tag", "-a", "-m", "again", "v2.0.0", "v1.1.0"])
        try fixture.here(["tag", "-a", "-m", "again", "v9.2.0", "v9.1.0"])
        let collected = try Collected(fixture.source())
        // The tag of a tag has the fixture's date, 2026-01-01T00:00:00Z, and so comes first.
        #expect(collected.batch.deployments.map(\.id) == ["v2.0.0", "v1.0.0", "v1.1.0"])
        #expect(
            collected.deployment("v2.0.0")?.revision == collected.deployment("v1.1.0")?.revision
        )
        #expect(
            collected.report.notes == [
                "Tags in \(fixture.path) that point to no commit are left out:"
                    + " v9.0.0 (tree), v9.1.0 (tree), v9.2.0 (tree)."
            ]
        )
    }

    @Test func `a release counts what it adds and loses against the version before`() throws {
        var script = merging()
        let side = script.commit("backport", day: 12, on: [2])
        script.tag("v1.0.1", at: side)
        let fixture = try GitFixture(script)
        let deltas = try fixture.source().releaseDeltas()
        // git rev-list --count v1.0.0..v1.0.1 is 1 and v1.0.1..v1.1.0 is 3 (c, x and the merge).
        #expect(deltas.map(\.release) == ["v1.0.1", "v1.1.0"])
        #expect(deltas.map(\.previous) == ["v1.0.0", "v1.0.1"])
        #expect(deltas.map(\.added) == [1, 3])
        #expect(deltas.map(\.lost) == [0, 1])
    }
}
