import D8SCollect
import D8SModel
import Testing

@testable import D8SCommands

struct HostSourceKindTests {
    private func problems(_ text: String) -> [String] {
        do {
            _ = try ConfigurationReader(path: "/srv/acme/d8s.yaml").read(text)
            return []
        } catch .configuration(let problems) {
            return problems.map(\.description)
        } catch {
            return ["\(error)"]
        }
    }

    @Test func `a host is read with every key`() throws {
        let configuration = try ConfigurationReader(path: "/srv/acme/d8s.yaml").read(
            """
            sources:
              - host: web1
                every: 30s
                root: /host
                mounts: ["/", "/srv*"]
                ignore_mounts: /srv/tmp
                labels: {site: berlin, team: web}
            """
        )
        let source = try #require(configuration.sources.first)
        #expect(source.name == "host:web1" && source.interval == 30 && source.kind == "host")
        let host = try #require(source.collector as? HostSource)
        #expect(host.labels == [Label("site", "berlin"), Label("team", "web")])
        #expect(host.mounts.included.map(\.text) == ["/", "/srv*"])
    }

    @Test func `a host without a name has the machine's`() throws {
        let configuration = try ConfigurationReader(path: "/srv/acme/d8s.yaml").read(
            "sources: [{host: true}]"
        )
        let source = try #require(configuration.sources.first)
        #expect(source.interval == 60)
        #expect(source.name == "host:" + (HostName.of(root: "/") ?? ""))
        #expect(source.name.utf8.count > 5)
    }

    @Test(arguments: [
        ("labels: {instance: x}", "`labels` cannot set instance"),
        ("labels: {a-b: x}", "no label name"), ("labels: {__x: y}", "no label name"),
        ("mounts: ['[']", "never closed"), ("mount: /", "did you mean `mounts`?"),
        ("root: /nowhere-at-all", "this machine has no name"),
    ])
    func `a slip in a host is named`(line: String, problem: String) {
        let name = line.hasPrefix("root") ? "true" : "web1"
        let found = problems("sources:\n  - host: \(name)\n    \(line)")
        #expect(found.count == 1 && found[0].contains(problem), "\(found)")
    }
}
