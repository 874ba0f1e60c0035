import Foundation
import Testing

@testable import D8SCommands

struct EmbeddedTests {
    /// The package's root.
    private var root: URL {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { folder.deleteLastPathComponent() }
        return folder
    }

    private func files(below folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: root.path + "/" + folder)
            .map { folder + "/" + $0 }
            .filter { !$0.contains("/.") && URL(fileURLWithPath: $0).pathExtension != "" }
    }

    @Test func `every template and asset is in the binary, byte for byte`() throws {
        let embedded = Embedded.files()
        let paths = try files(below: "templates") + files(below: "assets")
        #expect(paths.count > 10)
        #expect(Set(embedded.keys) == Set(paths))
        for path in paths {
            let bytes = try Data(contentsOf: root.appendingPathComponent(path))
            #expect(embedded[path] == Array(bytes), "\(path)")
        }
    }

    @Test func `a folder of templates replaces the built-in ones of the same name`() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("d8s-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("mine".utf8).write(to: folder.appendingPathComponent("item.mustache"))
        let resources = try Resources(templates: folder.path, assets: nil)
        #expect(resources.templates["item"] == "mine")
        #expect(resources.templates.count > 1)
    }

    @Test func `a folder that is not there is named`() {
        #expect(throws: CommandError.self) {
            try Resources(templates: "/nowhere", assets: nil)
        }
    }
}
