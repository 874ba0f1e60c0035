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

    static func path(_ path: String) -> String { folder.appendingPathComponent(path).path }

    /// The rows of a CSV file without quoted fields, by column name.
    static func rows(_ path: String) throws -> [[String: String]] {
        let data = try Data(contentsOf: folder.appendingPathComponent(path))
        let lines = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline)
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        guard let header = lines.first else { return [] }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }
}
