import D8SQuery
import Foundation

@testable import D8SCommands

/// Rule and test files of real projects beside the repository, which need not be there.
enum SharedRules {
    /// `D8S_SHARED_DATA`, else `../shared/data` relative to the package.
    static let folder: URL = {
        if let path = ProcessInfo.processInfo.environment["D8S_SHARED_DATA"] {
            return URL(fileURLWithPath: path)
        }
        let package = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return package.deletingLastPathComponent().appendingPathComponent("shared/data")
    }()

    static var isThere: Bool {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent("alert-rules").path)
    }

    /// The paths of the files below a folder that end so, sorted.
    static func files(below path: String, endingIn endings: [String]) -> [String] {
        let root = folder.appendingPathComponent(path).path
        let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String }
        return (names ?? []).filter { name in endings.contains(where: name.hasSuffix) }
            .map { root + "/" + $0 }.sorted()
    }

    static func text(_ path: String) throws -> String {
        let data = try Data(contentsOf: folder.appendingPathComponent(path))
        return String(decoding: data, as: UTF8.self)
    }
}
