import Foundation

/// Pages of the folder of shared data.
enum SharedPages {
    static let root =
        ProcessInfo.processInfo.environment["D8S_SHARED_DATA"]
        ?? FileManager.default.currentDirectoryPath + "/../shared/data"

    static var isThere: Bool { exists(path("node-exporter/e2e-output.txt")) }

    static func path(_ name: String) -> String { root + "/" + name }

    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: path)))
    }

    static func folders(_ name: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
            .map { path(name) + "/" + $0 }
    }
}
