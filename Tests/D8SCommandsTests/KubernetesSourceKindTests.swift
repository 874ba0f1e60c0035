import D8SCollect
import D8SModel
import Testing
import Yams

@testable import D8SCommands

struct KubernetesSourceKindTests {
    private func read(
        _ entry: String
    ) throws -> (
        sources: [SourceConfiguration], problems: [String]
    ) {
        let node = try #require(try compose(yaml: entry))
        let place = SourcePlace(folder: "/srv", environment: "production")
        var reader = SourceReader(place: place, file: "d8s.yaml", entry: node)
        let sources = reader.read()
        return (sources, reader.problems.map(\.reason))
    }

    @Test func `every key of a source behind a kubeconfig is read`() throws {
        let (sources, problems) = try read(
            """
            kubernetes: kubeconfig
            kubeconfig: kube/config
            context: production
            name: production
            every: 10m
            cluster: east
            namespaces: [shop]
            resources: [pods, taskruns]
            label_selector: tier=front
            service_label: [team/service, app]
            timeout: 5s
            """
        )
        #expect(problems.isEmpty)
        #expect(sources.map(\.name) == ["production"])
        #expect(sources.map(\.interval) == [600])
        let source = try #require(sources.first?.collector as? KubernetesSource)
        let file = Kubeconfig(path: "/srv/kube/config", context: "production")
        #expect(source.place == .kubeconfig(file))
        #expect(source.cluster == "east")
        #expect(source.namespaces == ["shop"])
        #expect(source.resources == [.pods, .taskruns])
        #expect(source.labelSelector == "tier=front")
        #expect(source.serviceLabels == ["team/service", "app"])
        #expect(source.access.timeout == 5)
    }

    @Test func `files have a time and no API server`() throws {
        let (sources, problems) = try read(
            "{kubernetes: files, files: [dump/*.json], time: 2026-11-20T02:00:00Z}"
        )
        #expect(problems.isEmpty)
        let source = try #require(sources.first?.collector as? KubernetesSource)
        let time = Instant(milliseconds: 1_795_140_000_000)
        #expect(source.place == .files(["/srv/dump/*.json"], time: time))
        #expect(sources.first?.name == "kubernetes:files")
    }

    @Test(arguments: [
        ("{kubernetes: somewhere}", "in-cluster, kubeconfig, files"),
        ("{kubernetes: files}", "`kubernetes: files` needs `files: [PATH, …]`"),
        ("{kubernetes: in-cluster, resources: [pod]}", "did you mean `pods`?"),
        ("{kubernetes: in-cluster, namespace: a}", "did you mean `namespaces`?"),
        ("{kubernetes: files, files: a, label_selector: a=b}", "is for API servers"),
        ("{kubernetes: files, files: a, time: yesterday}", "`time` has to be a time such as"),
    ])
    func `what cannot be used is named with its mend`(entry: String, part: String) throws {
        let problems = try read(entry).problems
        #expect(problems.contains { $0.contains(part) }, "\(problems)")
    }
}
