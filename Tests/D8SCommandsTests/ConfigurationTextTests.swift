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
            let isKey = line.wholeMatch(of: /\s*#\s+("?[a-z_*]+"?:|- import).*/) != nil
            return isKey ? String(line.replacing("# ", with: "", maxReplacements: 1)) : String(line)
        }
        let configuration = try read(lines.joined(separator: "\n"))
        #expect(configuration.sources.count == 2)
        #expect(configuration.policy.targets["*"]?.count == 5)
        #expect(configuration.url == "https://reports.example")
    }

    @Test(arguments: ["ConfigurationReader", "SourceReader"])
    func `every key that is read is in it`(reader: String) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Sources/D8SCommands/Configuration")
        let code = try String(
            contentsOf: folder.appendingPathComponent(reader + ".swift"),
            encoding: .utf8
        )
        let call = /(?:string|strings|flag|duration|choice|table|node|value)\(\s*"([a-z_]+)"/
        let keys = Set(code.matches(of: call).map { String($0.1) })
        #expect(keys.count > 8)
        let text = text("checkout")
        for key in keys.sorted() { #expect(text.contains("\(key):"), "\(key)") }
    }
}
