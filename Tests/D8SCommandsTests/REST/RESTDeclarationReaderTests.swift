import D8SCollect
import Foundation
import Testing

@testable import D8SCommands

struct RESTDeclarationReaderTests {
    private let start = """
        title: Test
        name: "test:{owner}"
        parameters: {owner: {description: who}, depth: {default: "{owner}-1"}}
        base: https://api.test
        requests:
          - name: list

        """

    private func problems(_ text: String) -> [String] {
        do throws(CommandError) {
            _ = try RESTDeclarationReader.read(text, file: "x.yaml")
            return []
        } catch .configuration(let problems) {
            return problems.map(\.description)
        } catch {
            return ["\(error)"]
        }
    }

    @Test func `the shipped declarations are without problems`() throws {
        #expect(
            RESTDeclarations.names == [
                "alertmanager", "github", "gitlab", "pagerduty", "postgrest",
            ]
        )
        for name in RESTDeclarations.names {
            let declaration = try #require(try RESTDeclarations.named(name, in: "/"))
            #expect(!declaration.requests.isEmpty)
            #expect(declaration.requests.contains { !$0.isOptional })
            #expect(declaration.parameters.allSatisfy { !$0.description.isEmpty }, "\(name)")
        }
    }

    @Test func `a default may hold the parameters before it`() throws {
        let text = start + "    path: /x\n    incidents: {service: a, id: b, opened: c}\n"
        let declaration = try RESTDeclarationReader.read(text, file: "x.yaml")
        #expect(declaration.values(["owner": "acme"]) == ["owner": "acme", "depth": "acme-1"])
        #expect(declaration.text(declaration.name, ["owner": "acme"]) == "test:acme")
    }

    @Test(arguments: [
        ("", "x.yaml:1:1: a declaration needs `title`, `name`, `base` and `requests`"),
        ("title: [\n", "this is not YAML"),
        ("title: a\nname: b\nbase: c\nrequests: {}\n", "x.yaml:4:11: `requests` has to be a list"),
        ("titl: a\n", "did you mean `title`?"),
        ("parameters: {since: {}}\n", "a parameter cannot be called `since`"),
        ("name: \"{.id}\"\n", "`name` can hold parameters only"),
        ("headers: {A: \"{x}\"}\n", "there is no parameter `{x}`"),
    ])
    func `what breaks the form is named with its line`(text: String, sentence: String) {
        let problems = problems(text)
        #expect(problems.contains { $0.contains(sentence) }, "\(problems)")
    }

    @Test(arguments: [
        ("    path: /x", "x.yaml:6:5: a request needs one of `series`, `deployments`"),
        (
            "    path: /{ownr}\n    incidents: {}",
            "x.yaml:7:11: there is no parameter `{ownr}`; did you mean `{owner}`?"
        ),
        ("    path: /{.id}\n    incidents: {}", "`path` has no row yet"),
        ("    path: /{since:rfc}\n    incidents: {}", "`rfc` is no form of a time"),
        ("    path: /x\n    incidents: {id: a}", "`incidents` needs `service`, `opened`"),
        ("    path: /x\n    incidents: {id: a, titl: b}", "did you mean `title`?"),
        (
            "    path: /x\n    incidents: {id: a..b}",
            "x.yaml:8:21: `a..b` of `id` is no path: a name cannot begin"
        ),
        ("    path: /x\n    incidents: {id: {}}", "`id` needs either `path` or `value`"),
        ("    path: /x\n    incidents: {id: {path: a, value: b}}", "`id` needs either"),
        ("    path: /x\n    incidents: {id: {path: a, time: rfc}}", "one of iso8601, utc, unix"),
        ("    path: /x\n    incidents: {id: {path: a, scale: big}}", "`scale` has to be a number"),
        ("    path: /x\n    runs: {status: {path: a, map: {ok: good}}}", "one of pending, running"),
        ("    path: /x\n    alerts: {started: a}\n    paging: {}", "`paging` is one of"),
        (
            "    path: /x\n    alerts: {started: a}\n    paging: {link: next, page: p}",
            "`paging` is one of"
        ),
        (
            "    path: /x\n    alerts: {started: a}\n    paging: {page: p, size: n}",
            "needs both `size`"
        ),
        (
            "    path: /x\n    alerts: {started: a}\n    since: {order: newest}",
            "one of oldest_first"
        ),
        (
            "    path: /x\n    alerts: {started: a}\n    since: {order: none}",
            "`since` needs `time`"
        ),
        (
            "    path: /x\n    alerts: {started: a}\n    each: {path: /y}",
            "`each` needs `as` and `path`"
        ),
        ("    path: /x\n    alerts: {started: a}\n    method: PUT", "one of GET, POST"),
        ("    path: /x\n    alerts: {started: a}\n    pages: 0", "from 1 to 100000"),
        (
            "    path: /x\n    alerts: {started: a}\n  - name: list\n    path: /y\n    alerts: {started: a}",
            "a second request is called `list`"
        ),
        ("    path: /x\n    series: [{metric: a}]", "`series` needs `time`, `value`"),
        ("    path: /x\n    runs: {steps: {rows: a}}", "`steps` needs `rows`, `name`"),
    ])
    func `what breaks a request's form is named with its line`(text: String, sentence: String) {
        let problems = problems(start + text + "\n")
        #expect(problems.contains { $0.contains(sentence) }, "\(problems)")
    }
}
