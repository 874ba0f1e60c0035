package import Foundation

/// The folder of real data beside the repository, which need not be there.
package enum SharedData {
    /// `D8S_SHARED_DATA`, else `../shared/data` relative to the package.
    package static let folder: URL = {
        if let path = ProcessInfo.processInfo.environment["D8S_SHARED_DATA"] {
            return URL(fileURLWithPath: path)
        }
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return package.deletingLastPathComponent().appendingPathComponent("shared/data")
    }()

    package static func has(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: self.path(path))
    }

    package static func path(_ path: String) -> String {
        folder.appendingPathComponent(path).path
    }

    /// The bytes of a file, decompressed if its name ends in `.gz`.
    package static func data(_ path: String) throws -> Data {
        try Unpacked.data(self.path(path))
    }

    package static func text(_ path: String) throws -> String {
        String(decoding: try data(path), as: UTF8.self)
    }

    /// The names of the files in a folder that end so, sorted.
    package static func files(in path: String, endingIn ending: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: self.path(path))) ?? []
        return names.filter { $0.hasSuffix(ending) }.sorted()
    }

    /// The paths of the files below a folder that end so, sorted.
    package static func files(below path: String, endingIn endings: [String]) -> [String] {
        let root = self.path(path)
        let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String }
        return (names ?? []).filter { name in endings.contains(where: name.hasSuffix) }
            .map { root + "/" + $0 }.sorted()
    }

    /// The rows of a CSV file without quoted fields, by column name.
    package static func rows(_ path: String) throws -> [[String: String]] {
        let lines = try text(path).split(whereSeparator: \.isNewline).map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        guard let header = lines.first else { return [] }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }
}
