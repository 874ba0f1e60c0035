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

    /// The rows of a CSV file without quoted fields, by column name.
    static func rows(_ path: String) throws -> [[String: String]] {
        let file = folder.appendingPathComponent(path)
        let data = try path.hasSuffix(".gz") ? unpacked(file) : Data(contentsOf: file)
        let lines = String(decoding: data, as: UTF8.self)
            .split(whereSeparator: \.isNewline).map { fields(of: $0) }
        guard let header = lines.first else { return [] }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }

    private static func unpacked(_ file: URL) throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return data
    }

    private static func fields(of line: Substring) -> [String] {
        line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
}
