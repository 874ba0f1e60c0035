import D8SModel
import D8STestSupport
import Foundation
import Testing

@testable import D8SPublish

@Suite struct TargetTests {
    private func publish(_ scratch: Scratch, to target: String? = nil) async throws -> Publication {
        try await Publisher(target: target ?? scratch.target).publish(
            site(),
            night: night("2026-11-20"),
            summary: summary
        )
    }

    @Test func `a foreign file is refused by name and not touched`() async throws {
        let scratch = try Scratch()
        try scratch.write("mine", to: "output/notes/plan.txt")
        let error = await #expect(throws: PublishError.self) { try await publish(scratch) }
        #expect(
            error
                == .foreignFiles(target: scratch.target, paths: ["notes/plan.txt"], count: 1)
        )
        #expect(error?.description.contains("notes/plan.txt") == true)
        #expect(scratch.tree() == ["notes/plan.txt"])
    }

    @Test(arguments: ["new.txt", "editions/2026-11-01/index.html", "editions/x", "a\u{202e}b"])
    func `a foreign file beside an edition is refused`(name: String) async throws {
        let scratch = try Scratch()
        _ = try await publish(scratch)
        let whole = scratch.bytes()
        try scratch.write("mine", to: "output/" + name)
        let error = await #expect(throws: PublishError.self) { try await publish(scratch) }
        #expect(error == .foreignFiles(target: scratch.target, paths: [name], count: 1))
        try FileManager.default.removeItem(atPath: scratch.target + "/" + name)
        #expect(scratch.bytes() == whole)
    }

    @Test func `a foreign link is refused and not followed`() async throws {
        let scratch = try Scratch()
        _ = try await publish(scratch)
        try FileManager.default.createSymbolicLink(
            atPath: scratch.target + "/link",
            withDestinationPath: "/"
        )
        let error = await #expect(throws: PublishError.self) { try await publish(scratch) }
        #expect(error == .foreignFiles(target: scratch.target, paths: ["link"], count: 1))
    }

    @Test func `an edition record of somebody else is foreign`() async throws {
        let scratch = try Scratch()
        try scratch.write("{\"format\": \"other\"}", to: "output/edition.json")
        await #expect(throws: PublishError.self) { try await publish(scratch) }
        #expect(scratch.read("output/edition.json") == "{\"format\": \"other\"}")
    }

    @Test func `an empty folder with a keep file is a target and keeps it`() async throws {
        let scratch = try Scratch()
        try scratch.write("", to: "output/.gitkeep")
        for _ in 0..<3 { _ = try await publish(scratch) }
        #expect(scratch.tree().first == ".gitkeep")
    }

    @Test func `a target in folders that are missing is made`() async throws {
        let scratch = try Scratch()
        _ = try await publish(scratch, to: scratch.path + "/a/b//c/./output/")
        #expect(scratch.exists("a/b/c/output/index.html"))
    }

    @Test func `a link to the target stays a link`() async throws {
        let scratch = try Scratch()
        try scratch.write("", to: "real/www/.gitkeep")
        try FileManager.default.createSymbolicLink(
            atPath: scratch.target,
            withDestinationPath: "real/www"
        )
        for _ in 0..<2 { _ = try await publish(scratch) }
        #expect(scratch.exists("real/www/index.html"))
        let link = try FileManager.default.destinationOfSymbolicLink(atPath: scratch.target)
        #expect(link == "real/www")
        #expect(!scratch.exists(".output.d8s"))
    }

    @Test func `a circle of links is refused`() async throws {
        let scratch = try Scratch()
        try FileManager.default.createSymbolicLink(
            atPath: scratch.target,
            withDestinationPath: "output"
        )
        let error = await #expect(throws: PublishError.self) { try await publish(scratch) }
        #expect(error == .unfitTarget(path: scratch.target, .tooManyLinks))
    }

    @Test(arguments: ["", "/", "//", "/..", "a\0b"])
    func `a target that can never be a site is refused`(target: String) async throws {
        let scratch = try Scratch()
        await #expect(throws: PublishError.self) { try await publish(scratch, to: target) }
    }

    @Test func `the home folder, a file, a repository and a mount point are refused`() async throws
    {
        let scratch = try Scratch()
        try scratch.write("x", to: "file")
        try scratch.write("x", to: "repo/.git/HEAD")
        let home = try #require(ProcessInfo.processInfo.environment["HOME"])
        let cases: [(String, PublishError.Unfitness)] = [
            (scratch.path + "/file", .notAFolder), (scratch.path + "/repo", .repository),
            ("/proc", .mountPoint), (home, .home),
        ]
        for (target, unfitness) in cases {
            let error = await #expect(throws: PublishError.self) {
                try await publish(scratch, to: target)
            }
            guard case .unfitTarget(_, unfitness) = error else {
                Issue.record("\(target): \(String(describing: error))")
                continue
            }
        }
    }

    @Test(.enabled(if: getuid() != 0, "the superuser may write everywhere"))
    func `a folder that cannot be swapped is refused`() async throws {
        let scratch = try Scratch()
        try scratch.write("", to: "closed/output/.gitkeep")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o555],
            ofItemAtPath: scratch.path + "/closed"
        )
        let error = await #expect(throws: PublishError.self) {
            try await publish(scratch, to: scratch.path + "/closed/output")
        }
        guard case .unfitTarget(_, .parentNotWritable) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func `a second job is refused by the first one's number until that is gone`() async throws
    {
        let scratch = try Scratch()
        let place = try TargetPlace(scratch.target)
        try Disk.makeFolder(place.work)
        let lock = try JobLock(place)
        let error = await #expect(throws: PublishError.self) { try await publish(scratch) }
        #expect(error == .locked(target: scratch.target, pid: Int(getpid())))
        lock.release()
        _ = try await publish(scratch)
    }

    @Test func `the folder's mode stays`() async throws {
        let scratch = try Scratch()
        _ = try await publish(scratch)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o750],
            ofItemAtPath: scratch.target
        )
        _ = try await publish(scratch)
        let attributes = try FileManager.default.attributesOfItem(atPath: scratch.target)
        #expect(attributes[.posixPermissions] as? Int == 0o750)
    }
}
