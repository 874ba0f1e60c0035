import Foundation

@testable import D8SCollect

/// The histories of two real projects with known answers, where they are at hand.
struct RealHistories {
    let folder: String

    /// Nil if the data is not there: `D8S_SHARED_DATA`, else `../shared/data` beside the package.
    static let found: RealHistories? = {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let data =
            ProcessInfo.processInfo.environment["D8S_SHARED_DATA"]
            ?? root.deletingLastPathComponent().path + "/shared/data"
        let folder = data + "/git-release-histories"
        let isThere = FileManager.default.fileExists(atPath: folder + "/make-repository")
        return isThere ? RealHistories(folder: folder) : nil
    }()

    /// The rows of a table, by the names in its header.
    func table(_ name: String) throws -> [[String: String]] {
        let lines = try String(contentsOfFile: "\(folder)/\(name).csv", encoding: .utf8)
            .split(whereSeparator: \.isNewline)
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map { String($0) } }
        guard let header = lines.first else { return [] }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }

    /// Builds the repository anew into a folder.
    func make(_ name: String, at path: String) throws {
        let end = try Subprocess(
            executable: "python3",
            arguments: ["\(folder)/make-repository", name, path],
            environment: ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }
        ).run { _ in }
        struct Failure: Error { let errors: String }
        guard end.status == 0 else { throw Failure(errors: end.errors) }
    }
}
