import D8SModel
import Testing

@testable import D8SCollect

struct GitReworkTests {
    @Test func `a patch version is a candidate with its line`() throws {
        var script = GitScript()
        let a = script.commit("a", day: 0)
        script.tag("v1.2.0", at: a)
        let b = script.commit("b", day: 1, on: [a])
        script.tag("v1.2.1", at: b)
        let collected = try GitFixture(script).collected()
        #expect(collected.deployment("v1.2.0")?.rework == nil)
        #expect(collected.deployment("v1.2.1")?.rework == .patch)
        #expect(
            collected.deployment("v1.2.1")?.reworkEvidence == "v1.2.1 is a patch release of 1.2"
        )
    }

    @Test func `a release that takes back what an earlier one had is a revert`() throws {
        var script = GitScript()
        let a = script.commit("Add a", day: 0)
        let b = script.commit("Add b (#12)", day: 1, on: [a])
        script.tag("v1.0.0", at: b)
        let ids = try GitFixture(script)
        let sha = try ids.here(["rev-parse", "v1.0.0~1"])
        var bySubject = script
        let c = bySubject.commit("Revert \"Add b (#12)\" (#13)", day: 2, on: [b])
        bySubject.tag("v1.1.0", at: c)
        for digits in [sha, String(sha.prefix(8)).uppercased()] {
            var byBody = script
            let message = "Take it out\n\nIt broke.\n\nThis reverts commit \(digits).\n"
            let c = byBody.commit(message, day: 2, on: [b])
            byBody.tag("v1.1.0", at: c)
            let release = try GitFixture(byBody).collected().deployment("v1.1.0")
            #expect(release?.rework == .revert)
            #expect(
                release?.reworkEvidence
                    == "reverts \(sha.prefix(12)) \"Add a\", released in v1.0.0"
            )
        }
        let other = try ids.here(["rev-parse", "v1.0.0"])
        #expect(
            try GitFixture(bySubject).collected().deployment("v1.1.0")?.reworkEvidence
                == "reverts \(other.prefix(12)) \"Add b (#12)\", released in v1.0.0"
        )
    }

    @Test func `taking back unreleased or unknown work is no rework`() throws {
        var script = GitScript()
        let a = script.commit("a", day: 0)
        script.tag("v1.0.0", at: a)
        let b = script.commit("Add b", day: 1, on: [a])
        let c = script.commit("Revert \"Add b\"", day: 2, on: [b])
        let d = script.commit("Revert \"Who knows\"", day: 3, on: [c])
        let unknown = String(repeating: "1", count: 40)
        let e = script.commit("e\n\nThis reverts commit \(unknown).", day: 4, on: [d])
        script.tag("v1.1.0", at: e)
        let collected = try GitFixture(script).collected()
        #expect(collected.deployment("v1.1.0")?.rework == nil)
    }

    /// The hotfix is released from main and then merged back into develop: only the first counts.
    @Test func `a merged hotfix branch marks the release that brings it and no later one`() throws {
        var script = GitScript()
        let a = script.commit("a", day: 0)
        script.tag("v1.0.0", at: a)
        let fix = script.commit("Stop the crash", day: 1, on: [a])
        let merge = script.commit("Merge branch 'hotfix/crash'", day: 2, on: [a, fix])
        script.tag("v1.0.1", at: merge)
        let work = script.commit("work", day: 3, on: [a])
        let back = script.commit(
            "Merge branch 'hotfix/crash' into develop",
            day: 4,
            on: [work, fix]
        )
        script.tag("v1.1.0", at: back)
        let collected = try GitFixture(script).collected()
        #expect(collected.deployment("v1.0.1")?.rework == .hotfix)
        #expect(
            collected.deployment("v1.0.1")?.reworkEvidence
                == "merges \"Merge branch 'hotfix/crash'\""
        )
        #expect(collected.deployment("v1.1.0")?.rework == nil)
    }

    @Test func `a tag that says hotfix is one, whatever else it is`() throws {
        var script = GitScript()
        let a = script.commit("a", day: 0)
        script.tag("v1.0.0", at: a)
        let b = script.commit("Revert \"a\"", day: 1, on: [a])
        script.tag("v1.0.1-HotFix.1", at: b)
        let release = try GitFixture(script).collected().deployment("v1.0.1-HotFix.1")
        #expect(release?.rework == .hotfix)
        #expect(release?.reworkEvidence == "the tag v1.0.1-HotFix.1 says so")
    }

    @Test func `a revert counts before a patch version`() throws {
        var script = GitScript()
        let a = script.commit("a", day: 0)
        script.tag("v1.0.0", at: a)
        let b = script.commit("Revert \"a\"", day: 1, on: [a])
        script.tag("v1.0.1", at: b)
        let collected = try GitFixture(script).collected()
        #expect(collected.deployment("v1.0.1")?.rework == .revert)
    }
}
