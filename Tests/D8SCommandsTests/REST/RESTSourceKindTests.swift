import D8SCollect
import Foundation
import Testing

@testable import D8SCommands

struct RESTSourceKindTests {
    private func read(_ source: String, in folder: String = "/srv") throws -> Configuration {
        try ConfigurationReader(path: folder + "/d8s.yaml").read("sources:\n  - " + source + "\n")
    }

    private func problems(_ source: String) -> String {
        do {
            _ = try read(source)
            return ""
        } catch {
            return "\(error)"
        }
    }

    @Test func `a shipped declaration is configured`() throws {
        let configuration = try read(
            """
            rest: github
                with: {owner: acme, repository: checkout}
                bearer: ${GITHUB_TOKEN}
                requests: [deployments]
                since: 30d
                pages: 50
                max_wait: 10s
                every: 6h
                timeout: 5s
            """
        )
        let source = try #require(configuration.sources.first)
        #expect(source.name == "github:acme/checkout")
        #expect(source.interval == 21_600)
        #expect(source.kind == "rest")
        #expect(source.collector.secrets == [.environment("GITHUB_TOKEN")])
        let rest = try #require(source.collector as? RESTSource)
        #expect(rest.parameters["service"] == "checkout")
        #expect(rest.requests == ["deployments"])
        #expect(rest.reach == 30 * 86_400)
        #expect(rest.pageLimit == 50)
        #expect(rest.longestWait == 10)
        #expect(rest.access.timeout == 5)
    }

    @Test(arguments: [
        ("rest: githib", "did you mean `github`?"),
        ("rest: zabbix", "there are alertmanager, github, gitlab, pagerduty, postgrest"),
        ("rest: github", "`with` needs `owner`: the account or organisation"),
        ("rest: github\n    with: {ownr: a, repository: b}", "did you mean `owner`?"),
        ("rest: github\n    with: {owner: [], repository: b}", "`owner` has to be a text"),
        (
            "rest: github\n    with: {owner: a, repository: b}\n    requests: [deployment]",
            "did you mean `deployments`?"
        ),
        (
            "rest: github\n    with: {owner: a, repository: b}\n    bearer: ghp_abc",
            "a secret is never written"
        ),
        ("rest: ./none.yaml", "none.yaml"),
        ("rest: [a]", "`rest` has to be"),
    ])
    func `what cannot be used is named`(source: String, sentence: String) {
        let text = problems(source)
        #expect(text.contains(sentence), "\(text)")
        #expect(!text.contains("ghp_abc"))
    }

    @Test func `a declaration of one's own is read, and its problems name its lines`() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("d8s-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("mine.yaml")
        let text = """
            title: Mine
            name: mine
            base: http://127.0.0.1:1
            requests:
              - name: x
                path: /x
                incidents: {service: a, id: b, opened: c}

            """
        try Data(text.utf8).write(to: file)
        #expect(try read("rest: mine.yaml", in: folder.path).sources.map(\.name) == ["mine"])
        try Data(text.replacing("opened: c", with: "openend: c").utf8).write(to: file)
        let error = #expect(throws: CommandError.self) {
            try read("rest: mine.yaml", in: folder.path)
        }
        #expect("\(error as Any)".contains("mine.yaml:7:"))
    }
}
