import Foundation

/// Templates and assets: those in the binary, or those of folders that replace them.
struct Resources: Sendable {
    /// Text by name without folder and suffix: `item`.
    let templates: [String: String]
    /// Bytes by name: `site.css`.
    let assets: [String: [UInt8]]

    /// What is in the binary, with the files of each folder, if given, in place of the built-in ones
    /// of the same name.
    ///
    /// - Throws: `CommandError.unreadable` for a folder or a file that cannot be read.
    init(templates folder: String?, assets assetFolder: String?) throws(CommandError) {
        var templates = Self.embedded(in: "templates/", suffix: ".mustache")
        var assets = Self.embedded(in: "assets/", suffix: "")
        if let folder {
            templates.merge(try Self.files(in: folder, suffix: ".mustache")) { _, new in new }
        }
        if let assetFolder {
            assets.merge(try Self.files(in: assetFolder, suffix: "")) { _, new in new }
        }
        self.templates = templates.mapValues { String(decoding: $0, as: UTF8.self) }
        self.assets = assets
    }

    /// The benchmark editions in the binary: text by name without suffix.
    static var benchmarks: [String: String] {
        embedded(in: "templates/benchmarks/", suffix: ".yaml")
            .mapValues { String(decoding: $0, as: UTF8.self) }
    }

    /// The declarations of APIs in the binary: text by name without suffix.
    static var sources: [String: String] {
        embedded(in: "templates/sources/", suffix: ".yaml")
            .mapValues { String(decoding: $0, as: UTF8.self) }
    }

    /// The packs in the binary: text by name without suffix.
    static var packs: [String: String] {
        embedded(in: "templates/packs/", suffix: ".yaml")
            .mapValues { String(decoding: $0, as: UTF8.self) }
    }

    /// How a pack is written.
    static var packForm: String {
        let text = embedded(in: "templates/packs/", suffix: ".md")["README"] ?? []
        return String(decoding: text, as: UTF8.self)
    }

    private static func embedded(in folder: String, suffix: String) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for (path, bytes) in Embedded.files() where path.hasPrefix(folder) {
            guard let name = name(of: path.dropFirst(folder.count), suffix: suffix) else {
                continue
            }
            files[name] = bytes
        }
        return files
    }

    private static func files(
        in folder: String,
        suffix: String
    ) throws(CommandError) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        do {
            for entry in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
                guard let name = name(of: entry[...], suffix: suffix) else { continue }
                let url = URL(fileURLWithPath: folder).appendingPathComponent(entry)
                files[name] = Array(try Data(contentsOf: url))
            }
        } catch {
            throw .unreadable(file: folder, reason: TextFile.reason(of: error))
        }
        return files
    }

    /// The name without its suffix; nil for another kind of file, a hidden one or one in a folder.
    private static func name(of path: Substring, suffix: String) -> String? {
        guard path.hasSuffix(suffix), !path.hasPrefix("."), !path.contains("/") else { return nil }
        return String(path.dropLast(suffix.count))
    }
}
