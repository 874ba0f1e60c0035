import D8SModel
import D8STestSupport
import Foundation
import Testing

@testable import D8SCollect

struct GitRobustnessTests {
    @Test func `hostile names and subjects arrive as valid text`() throws {
        let long = String(repeating: "x", count: 10_000)
        let hostile = [
            "<script>alert(1)</script>", "\u{202E}gpj.exe", "😀 \u{1} \u{1B}[31m", long,
            "=cmd()|' /C calc'!A0", "../../etc/passwd", "%H %x00 %n",
        ]
        var script = GitScript()
        var last: [Int] = []
        for (day, subject) in hostile.enumerated() {
            last = [script.commit(subject, day: day, on: last, author: [0xFF, 0xFE, 0x41])]
        }
        script.tag("v1.0.0", at: last[0])
        let changes = try GitFixture(script).collected().batch.changes
        #expect(changes.map(\.subject) == hostile)
        // Bytes that are no UTF-8 are replaced (by git or by us), and the rest is kept.
        #expect(changes.allSatisfy { $0.author?.hasSuffix("A") == true })
    }

    /// 4102444800 is 2100-01-01T00:00:00Z.
    @Test(arguments: [
        ("0", "1970-01-01T00:00:00Z"), ("4102444800", "2100-01-01T00:00:00Z"),
        ("-5", nil), ("99999999999999999999999", nil), ("9223372036854775807", nil),
        ("18446744073709551615", nil), ("x", nil),
    ])
    func `an absurd date is kept or reported and never fatal`(date: String, kept: String?) throws {
        let fixture = try GitFixture()
        let tree = try fixture.here(["mktree"])
        let ident = "Ada <ada@example.org> \(date) +0000"
        let text = "tree \(tree)\nauthor \(ident)\ncommitter \(ident)\n\nodd\n"
        let id = try fixture.here(
            ["hash-object", "-t", "commit", "-w", "--stdin", "--literally"],
            input: Array(text.utf8)
        )
        try fixture.here(["update-ref", "refs/heads/main", id])
        try fixture.here(["update-ref", "refs/tags/v1.0.0", id])
        let collected = try Collected(fixture.source())
        #expect(collected.batch.changes.map { "\($0.authored)" } == (kept.map { [$0] } ?? []))
        #expect(collected.batch.deployments.map { "\($0.finished)" } == (kept.map { [$0] } ?? []))
        #expect(collected.report.read == 2)
        #expect(collected.report.rejected == (kept == nil ? 2 : 0))
    }

    @Test func `a moved tag moves its deployment and the commits`() throws {
        var script = GitScript()
        let a = script.commit("a", day: 0)
        let b = script.commit("b", day: 1, on: [a])
        script.tag("v1.0.0", at: a)
        script.commit("c", day: 2, on: [b])
        let fixture = try GitFixture(script)
        #expect(try Collected(fixture.source()).carried == ["v1.0.0": ["a"], "none": ["b", "c"]])
        try fixture.here(["tag", "-f", "v1.0.0", "main~1"])
        let moved = try Collected(fixture.source())
        #expect(moved.carried == ["v1.0.0": ["a", "b"], "none": ["c"]])
        #expect(moved.deployment("v1.0.0")?.finished == "2026-01-02T01:00:00Z")
    }

    @Test func `a release whose tag is gone keeps its commits if it is remembered`() throws {
        var script = GitScript()
        let a = script.commit("a", day: 0)
        script.tag("v1.0.0", at: a)
        let b = script.commit("b", day: 1, on: [a])
        script.tag("v2.0.0", at: b)
        let fixture = try GitFixture(script)
        let before = try Collected(fixture.source())
        try fixture.here(["tag", "-d", "v1.0.0"])
        #expect(try Collected(fixture.source()).carried == ["v2.0.0": ["a", "b"]])
        let after = try Collected(fixture.source(), remembering: before.batch.deployments)
        #expect(after.carried == before.carried)
        #expect(after.batch.deployments.map(\.id) == ["v2.0.0"])
        #expect(
            after.report.notes
                == ["Tags in \(fixture.path) are gone whose deployments are kept: v1.0.0."]
        )
    }

    @Test func `replacements cannot change what is read`() throws {
        var script = GitScript()
        let a = script.commit("a", day: 0)
        let b = script.commit("b", day: 1, on: [a])
        script.tag("v1.0.0", at: b)
        let fixture = try GitFixture(script)
        let before = try Collected(fixture.source())
        try fixture.here(["replace", "--graft", "main"])
        #expect(try fixture.here(["rev-list", "--count", "main"]) == "1")
        #expect(try Collected(fixture.source()) == before)
        try fixture.here(["replace", "-d", "main"])
        let grafts = try fixture.here(["rev-parse", "main"]) + "\n"
        try grafts.write(toFile: fixture.path + "/info/grafts", atomically: true, encoding: .utf8)
        #expect(try fixture.here(["rev-list", "--count", "main"]) == "1")
        #expect(try Collected(fixture.source()) == before)
    }

    @Test func `a broken tag is told of and does not hide the other ones`() throws {
        var script = GitScript()
        let a = script.commit("a", day: 0)
        script.tag("v1.0.0", at: a)
        let fixture = try GitFixture(script)
        try "".write(
            toFile: fixture.path + "/refs/tags/v2.0.0",
            atomically: true,
            encoding: .utf8
        )
        let collected = try Collected(fixture.source())
        #expect(collected.carried == ["v1.0.0": ["a"]])
        #expect(
            collected.report.notes == [
                "git says of \(fixture.path): warning: ignoring broken ref refs/tags/v2.0.0."
            ]
        )
    }

    @Test func `a repository with SHA-256 names is read as any other`() throws {
        var script = GitScript()
        let a = script.commit("a", day: 0)
        let b = script.commit("b", day: 1, on: [a])
        script.tag("v1.0.0", at: b)
        let fixture = try GitFixture(script, flags: ["--object-format=sha256"])
        let changes = try Collected(fixture.source()).batch.changes
        #expect(changes.map(\.revision.count) == [64, 64])
        #expect(changes.last?.parents == [changes.first?.revision ?? ""])
    }

    @Test func `a repository of many releases is mapped in one walk`() throws {
        var script = GitScript()
        var last: [Int] = []
        for day in 0..<600 {
            last = [script.commit("c\(day)", day: day, on: last)]
            script.tag("v1.\(day).0", at: last[0])
        }
        let collected = try GitFixture(script).collected()
        #expect(collected.batch.changes.count == 600)
        for (day, change) in collected.batch.changes.enumerated() {
            #expect(change.deployment == "v1.\(day).0")
        }
    }

    @Test func `a repository without commits or tags says so`() throws {
        let empty = try GitFixture()
        let collected = try Collected(empty.source())
        #expect(collected.batch.deployments == [])
        #expect(
            collected.report.notes == [
                "\(empty.path) has no commits on its main line yet.",
                "\(empty.path) has no tags, so no deployments are known.",
            ]
        )
    }

    @Test func `a pattern that fits nothing gets a proposal`() throws {
        var script = GitScript()
        let a = script.commit("a", day: 0)
        script.tag("release-1.0", at: a)
        script.tag("release-1.1", at: a)
        script.tag("stable", at: a)
        let fixture = try GitFixture(script)
        #expect(
            try Collected(fixture.source()).report.notes == [
                "No tag in \(fixture.path) fits v*, so no deployments are known. Its tags:"
                    + " release-1.0, release-1.1, stable. The pattern release-[0-9]* would fit 2"
                    + " of them, the newest release-1.1."
            ]
        )
    }

    @Test func `a folder inside a linked work tree is the repository`() throws {
        var script = GitScript()
        let a = script.commit("a", day: 0)
        script.tag("v1.0.0", at: a)
        let fixture = try GitFixture(script)
        let tree = fixture.path + "-tree\n"
        defer { try? FileManager.default.removeItem(atPath: tree) }
        try fixture.here(["worktree", "add", "-q", tree, "main"])
        let folder = tree + "/-inner"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var source = fixture.source()
        source.repository = folder
        #expect(try Collected(source).carried == ["v1.0.0": ["a"]])
    }

    @Test(arguments: ["--output=owned", "-main", "no such\nbranch", "", "gone"])
    func `a branch that is not there is refused and is no option`(branch: String) throws {
        var script = GitScript()
        script.commit("a", day: 0)
        let fixture = try GitFixture(script)
        var source = fixture.source()
        source.mainBranch = branch
        #expect(throws: CollectError.self) { try Collected(source) }
    }

    @Test(arguments: ["/", "/no/such/folder", "", "a\0b", "-c"])
    func `what is no repository is named`(path: String) throws {
        let source = GitSource(repository: path, service: "checkout")
        #expect {
            try Collected(source)
        } throws: { error in
            guard case CollectError.noRepository(path) = error else { return false }
            return true
        }
    }

    @Test func `a damaged repository gives git's own words`() throws {
        var script = GitScript()
        let a = script.commit("a", day: 0)
        script.tag("v1.0.0", at: a)
        script.commit("b", day: 1, on: [a])
        let fixture = try GitFixture(script)
        let objects = fixture.path + "/objects/pack"
        for file in try FileManager.default.contentsOfDirectory(atPath: objects) {
            try FileManager.default.removeItem(atPath: objects + "/" + file)
        }
        let loose = try FileManager.default.subpathsOfDirectory(atPath: fixture.path + "/objects")
        for file in loose where file.utf8.count == 41 {
            try FileManager.default.removeItem(atPath: fixture.path + "/objects/" + file)
        }
        #expect {
            try Collected(fixture.source())
        } throws: { error in
            guard case CollectError.gitFailed(_, _, _, let message) = error else { return false }
            return !message.isEmpty
        }
    }

    @Test func `a machine without git is told to install it`() {
        #expect {
            _ = try GitRepository(path: "/", program: "no-such-git")
        } throws: { error in
            "\(error)" == "The program git cannot be started: No such file or directory."
                + " Install it (apt install git)."
        }
    }

    @Test func `the receiver's error is passed on`() throws {
        struct Full: Error {}
        var script = GitScript()
        script.commit("a", day: 0)
        let fixture = try GitFixture(script)
        #expect {
            try fixture.source().collect { _ in throw Full() }
        } throws: { error in
            guard case CollectError.delivery(let cause) = error else { return false }
            return cause is Full
        }
    }
}
