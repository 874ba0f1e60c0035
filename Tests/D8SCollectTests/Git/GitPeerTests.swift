import D8SModel
import Testing

@testable import D8SCollect

/// The walk in memory against `git rev-list`, on tangled histories that nobody drew by hand.
struct GitPeerTests {
    /// 150 commits, a third of them merges of anything before, and 25 releases at random.
    private func tangled(seed: UInt64) -> GitScript {
        var state = seed
        func random(below limit: Int) -> Int {
            // Knuth's MMIX generator: the same numbers on every machine.
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        var script = GitScript()
        var commits = [script.commit("root", day: 0)]
        for day in 1..<150 {
            let first = commits[random(below: commits.count)]
            let second = commits[random(below: commits.count)]
            let isMerge = random(below: 3) == 0 && first != second
            let parents = isMerge ? [first, second] : [first]
            commits.append(script.commit("c\(day)", day: day, on: parents))
        }
        for release in 0..<25 {
            let commit = commits[random(below: commits.count)]
            script.annotated("v1.\(release).0", at: commit, day: random(below: 300))
        }
        return script
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `what a release is the first to hold is what git finds`(seed: UInt64) throws {
        let fixture = try GitFixture(tangled(seed: seed))
        let collected = try fixture.collected()
        let carried = Dictionary(grouping: collected.batch.changes, by: \.deployment)
        var earlier: [String] = []
        for release in collected.batch.deployments.map(\.id) {
            let listed = try fixture.here(["rev-list", release, "--not"] + earlier)
            let expected = listed.split(separator: "\n").map { String($0) }
            #expect(Set(carried[release]?.map(\.revision) ?? []) == Set(expected), "\(release)")
            earlier.append(release)
        }
    }

    @Test(arguments: [4, 5] as [UInt64])
    func `how two releases differ is what git counts`(seed: UInt64) throws {
        let fixture = try GitFixture(tangled(seed: seed))
        let deltas = try fixture.source().releaseDeltas()
        #expect(deltas.count == 24)
        for delta in deltas {
            let range = "\(delta.previous)...\(delta.release)"
            let counted = try fixture.here(["rev-list", "--left-right", "--count", range])
            #expect("\(delta.lost)\t\(delta.added)" == counted, "\(range)")
        }
    }
}
