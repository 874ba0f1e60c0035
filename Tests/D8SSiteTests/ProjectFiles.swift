import Foundation

/// The templates and assets that lie beside the sources.
enum ProjectFiles {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Texts of the templates by name.
    static func templates() throws -> [String: String] {
        var templates: [String: String] = [:]
        for url in try files(in: "templates") where url.pathExtension == "mustache" {
            let name = url.deletingPathExtension().lastPathComponent
            templates[name] = try String(contentsOf: url, encoding: .utf8)
        }
        return templates
    }

    static func assets() throws -> [String: [UInt8]] {
        var assets: [String: [UInt8]] = [:]
        for url in try files(in: "assets") {
            assets[url.lastPathComponent] = Array(try Data(contentsOf: url))
        }
        return assets
    }

    private static func files(in folder: String) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: root.appending(path: folder),
            includingPropertiesForKeys: nil
        )
    }
}
