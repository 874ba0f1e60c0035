import Foundation

/// The folder of real data beside the repository, which need not be there.
enum SharedData {
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

    static func has(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
    }

    static func text(_ path: String) throws -> String {
        let data = try Data(contentsOf: folder.appendingPathComponent(path))
        return String(decoding: data, as: UTF8.self)
    }

    /// The names of the files in a folder that end so, sorted.
    static func files(in path: String, endingIn ending: String) -> [String] {
        let folder = folder.appendingPathComponent(path).path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(ending) }.sorted()
    }
}
