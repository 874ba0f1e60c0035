import D8SAnalysis
import D8SModel
import D8STestSupport
import Testing

@testable import D8SCommands

struct ConfigurationReaderTests {
    private func read(_ text: String) throws(CommandError) -> Configuration {
        try ConfigurationReader(path: "/srv/acme/d8s.yaml").read(text)
    }

    private func problems(_ text: String) -> [String] {
        do {
            _ = try read(text)
            return []
        } catch .configuration(let problems) {
            return problems.map(\.description)
        } catch {
            return ["\(error)"]
        }
    }

    @Test func `an empty file means the defaults, beside the file`() throws {
        let configuration = try read("")
        #expect(configuration.organisation == "acme")
        #expect(configuration.history == "/srv/acme/history.sqlite")
        #expect(configuration.output == "/srv/acme/output")
        #expect(configuration.policy.windowDays == 90)
        #expect(configuration.sources.isEmpty)
    }

    @Test func `every key is read`() throws {
        let configuration = try read(
            """
            organisation: Acme Retail
            timezone: Europe/London
            language: pt-BR
            paper: letter
            history: data/h.sqlite
            output: /var/www/report
            url: https://reports.acme.example/
            keep_editions: 7
            valid_for: 30h
            as_of: 2026-11-20T02:00:00Z
            environment: live
            window: 28d
            lead_time_from: committed
            incident_within: 12h
            jobs_within: 10m
            rework: [hotfix, patch]
            targets:
              "*": {change_fail_rate: 15%, change_lead_time: 7d}
              checkout: {change_fail_rate: 0.05}
            sources:
              - git: ../checkout
                team: Payments
                tags: ["v*", "release-*"]
                every: 12h
              - import: incidents
                files: [incidents.csv]
                set: {service: checkout}
                columns: {opened: began}
                only: {stage: live}
            """
        )
        #expect(configuration.zone.identifier == "Europe/London")
        #expect(configuration.language == .brazilianPortuguese)
        #expect(configuration.history == "/srv/acme/data/h.sqlite")
        #expect(configuration.output == "/var/www/report")
        #expect(configuration.validFor == 108_000)
        #expect(configuration.asOf == "2026-11-20T02:00:00Z")
        #expect(configuration.policy.windowDays == 28)
        #expect(configuration.policy.countedRework == [.hotfix, .patch])
        #expect(configuration.policy.target(.changeFailRate, of: "checkout") == 0.05)
        #expect(configuration.policy.target(.changeFailRate, of: "search") == 0.15)
        #expect(configuration.policy.target(.changeLeadTime, of: "checkout") == 604_800)
        #expect(configuration.sources.map(\.name) == ["git:checkout", "import:incidents:checkout"])
        #expect(configuration.sources.map(\.interval) == [43_200, 604_800])
    }

    @Test(arguments: [
        ("organistion: Acme", "d8s.yaml:1:1: the file has no key `organistion`; did you mean"),
        ("window: soon", "d8s.yaml:1:9: `window` has to be 7d to 730d, not `soon`"),
        ("timezone: Mars/Olympus", "d8s.yaml:1:11: `timezone` has to be an IANA name"),
        ("a: [1", "this is not YAML"),
        ("sources:\n  - git: .\n    tgas: v*", "d8s.yaml:3:5: a source has no key `tgas`"),
        ("sources: 3", "`sources` has to be a list"),
        (
            "sources:\n  - kubernets: {in_cluster: true}",
            "`kubernets` is no kind of source; did you mean `kubernetes`?"
        ), ("sources:\n  - promethus: http://x", "did you mean `prometheus`?"),
        ("sources:\n  - service: x", "a source needs `git: FOLDER`, `import: KIND`"),
        ("sources:\n  - git: a\n  - git: b/a", "a second source is called git:a"),
        ("targets: {\"*\": {change_fail_rate: 150%}}", "has to be a percentage such as 15%"),
        ("rework: [typo]", "`rework` is a list of some of hotfix"),
        ("- a\n- b", "the file has to be `key: value` lines"),
        ("output: a\noutput: b", "output"),
    ])
    func `what cannot be used is named with its line and the mend`(text: String, part: String) {
        let found = problems(text)
        #expect(found.contains { $0.contains(part) }, "\(found)")
    }

    @Test func `all problems of a file are reported at once`() {
        #expect(problems("windw: 90d\npaper: a3\nlanguage: la").count == 3)
    }

    @Test func `the file that init writes says the defaults`() throws {
        let written = ConfigurationText(
            organisation: "Acme \"Retail\" <script>",
            sources: [.init(repository: ".", service: "a: b", tags: ["v*"], reason: "12 tags")]
        )
        let configuration = try read(written.text)
        #expect(configuration.organisation == "Acme \"Retail\" <script>")
        #expect(configuration.sources.map(\.name) == ["git:a: b"])
        #expect(configuration.policy == .init())
    }

    @Test func `every key that init shows in a comment is a key, with its default`() throws {
        let text = ConfigurationText(organisation: "acme", sources: []).text
            .replacing("sources:\n\n", with: "")
        let commented = text.split(separator: "\n").compactMap { line -> Substring? in
            let key = line.dropFirst(2).prefix { $0.isLowercase || $0 == "_" }
            let isKey = line.hasPrefix("# ") && line.dropFirst(2 + key.count).hasPrefix(": ")
            return isKey ? line.dropFirst(2) : nil
        }
        let defaults = commented.filter { !$0.hasPrefix("url") }.joined(separator: "\n")
        let configuration = try read(defaults)
        #expect(commented.count >= 15)
        #expect(configuration.policy == .init())
        #expect(configuration.validFor == Configuration.defaults(path: "", folder: "/x").validFor)
    }
}
