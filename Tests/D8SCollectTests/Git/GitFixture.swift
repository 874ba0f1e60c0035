import D8SModel
import Foundation

@testable import D8SCollect

/// A small bare repository in a temporary folder, made by `git fast-import` and removed at the end.
final class GitFixture {
    let path: String

    /// What `git fast-import` reads: see `GitScript`.
    init(_ script: GitScript = GitScript(), flags: [String] = []) throws {
        path = NSTemporaryDirectory() + "d8s-git-" + UUID().uuidString
        try git(["init", "-q", "--bare", "-b", "main", path] + flags)
        try here(["fast-import", "--quiet", "--date-format=raw-permissive"], input: script.bytes)
    }

    /// An empty folder that the test fills.
    init(copying command: [String]) throws {
        path = NSTemporaryDirectory() + "d8s-git-" + UUID().uuidString
        try git(command + [path])
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    @discardableResult
    func here(_ arguments: [String], input: [UInt8] = []) throws -> String {
        try git(["-C", path] + arguments, input: input)
    }

    @discardableResult
    func git(_ arguments: [String], input: [UInt8] = []) throws -> String {
        var printed: [UInt8] = []
        let end = try Subprocess(
            executable: "git",
            arguments: arguments,
            environment: [
                "PATH=" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"),
                "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=/dev/null",
                "GIT_AUTHOR_NAME=Ada", "GIT_AUTHOR_EMAIL=ada@example.org",
                "GIT_COMMITTER_NAME=Ada", "GIT_COMMITTER_EMAIL=ada@example.org",
                "GIT_AUTHOR_DATE=1767225600 +0000", "GIT_COMMITTER_DATE=1767225600 +0000",
            ]
        ).run(input: input) { printed += $0 }
        struct Failure: Error { let errors: String }
        guard end.status == 0 else { throw Failure(errors: end.errors) }
        return String(decoding: printed, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// What is collected while the folder is there.
    func collected() throws -> Collected {
        try withExtendedLifetime(self) { try Collected(source()) }
    }

    func source(_ patterns: [String] = ["v*"]) -> GitSource {
        GitSource(repository: path, service: "checkout", tagPatterns: patterns)
    }
}

/// What one collection delivered.
struct Collected: Hashable {
    var batch = RecordBatch()
    var report = CollectReport()

    init(_ source: GitSource, remembering: [Deployment] = []) throws {
        var all = RecordBatch()
        report = try source.collect(remembering: remembering) {
            all.services += $0.services
            all.deployments += $0.deployments
            all.changes += $0.changes
        }
        batch = all
    }

    /// Subjects of the commits that each release was the first to hold, in the order of commits.
    var carried: [String: [String]] {
        Dictionary(grouping: batch.changes, by: { $0.deployment ?? "none" })
            .mapValues { $0.map { $0.subject ?? "" } }
    }

    func deployment(_ id: String) -> Deployment? {
        batch.deployments.first { $0.id == id }
    }
}
