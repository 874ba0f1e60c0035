import D8SAnalysis
import Foundation
import Testing

@testable import D8SCommands

struct ConfigurationTextTests {
    private func text(_ service: String, reason: String = "12 stable releases") -> String {
        ConfigurationText(
            organisation: service,
            sources: [
                .init(repository: "../x", service: service, tags: ["v*"], reason: reason)
            ]
        ).text
    }

    private func read(_ text: String) throws(CommandError) -> Configuration {
        try ConfigurationReader(path: "/srv/d8s.yaml").read(text)
    }

    @Test(arguments: [
        "checkout", "a \"b\" c", "{{x}}: y # z", "\u{202E}evil", "line\nbreak", "👩‍🚀", "\u{0}",
        String(repeating: "x", count: 10_000),
    ])
    func `what init writes reads back, whatever the names are`(name: String) throws {
        let text = text(name, reason: "\(name), the newest of 3")
        let configuration = try read(text)
        #expect(configuration.organisation == name)
        #expect(configuration.sources.map(\.name) == ["git:" + name])
        #expect(!text.unicodeScalars.contains("\u{202E}"))
    }

    @Test func `with its comments taken away it is read without a problem`() throws {
        let lines = text("checkout").split(separator: "\n").map { line in
            let isKey = line.wholeMatch(of: /\s*#\s+(- )?"?[a-z_*]+"?:.*/) != nil
            return isKey ? String(line.replacing("# ", with: "", maxReplacements: 1)) : String(line)
        }
        let configuration = try read(lines.joined(separator: "\n"))
        #expect(configuration.sources.count >= SourceKinds.all.count { !$0.example.isEmpty })
        #expect(configuration.policy.targets["*"]?.count == 5)
        #expect(configuration.url == "https://reports.example")
    }

    @Test func `every key that is read is in it`() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Sources/D8SCommands/Configuration").standardized
        let kinds = try FileManager.default
            .contentsOfDirectory(atPath: folder.appendingPathComponent("Sources").path)
            .filter { $0.hasSuffix("SourceKind.swift") }
        let files =
            ["ConfigurationReader.swift", "SourceReader.swift"] + kinds.map { "Sources/" + $0 }
        #expect(files.count > 4)
        let call =
            /(?:string|strings|flag|duration|choice|table|node|value|secret|nested)\(\s*"([a-z_]+)"/
        let text = text("checkout")
        for file in files.sorted() {
            let code = try String(
                contentsOf: folder.appendingPathComponent(file),
                encoding: .utf8
            )
            for match in code.matches(of: call) {
                #expect(text.contains("\(match.1):"), "\(match.1) of \(file)")
            }
        }
    }
}
