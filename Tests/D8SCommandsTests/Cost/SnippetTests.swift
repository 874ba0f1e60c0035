import D8SAnalysis
import D8SModel
import Testing
import Yams

@testable import D8SCommands

/// What is put into patches comes back from a YAML reader as it was, whatever it is.
struct SnippetTests {
    static let names = [
        "web", "a: b", "- x", "x\n  image: evil", "\"quoted\"", "back\\slash", "#comment",
        "{{ template }}", "&anchor", "*alias", "!tag", "null", "é\u{301}\u{200B}\u{2028}",
        "\u{7}\u{1B}[31m", "emoji 🦆", "%d", "'", "|", "> folded", "\t", "",
    ]

    private func patch(_ name: String, kind: String = "Deployment") throws -> String {
        var points = UsagePoints(
            cpu: UsageDigest(points: 200),
            memory: UsageDigest(points: 200),
            cpuRequest: 4,
            memoryRequest: 1e10,
            first: 0,
            last: 15 * 86_400_000
        )
        for _ in 0..<200 {
            points.cpu.add(0.1)
            points.memory.add(1e8)
        }
        let container = ContainerUse(
            place: CostPlace(
                node: name,
                namespace: name,
                controllerKind: kind,
                controller: "c" + name,
                pod: name,
                container: name
            ),
            firstHour: 0,
            hours: Array(repeating: HourlyUse(cpuRequest: 4, memoryRequest: 9), count: 24)
        )
        var measured = container
        measured.points = points
        let start = Instant(seconds: 1_790_812_800)
        let window = Window(start: start, end: start.adding(seconds: 86_400))
        let use = ClusterUse(hours: CostHours(window, in: .utc), containers: [measured])
        let found = Recommendations(of: use, rates: .standard, pipelines: nil)
        return try #require(found.all.first?.snippet?.text)
    }

    @Test(arguments: names) func `a patch is YAML with the names as they are`(name: String) throws {
        let text = try patch(name)
        let root = try #require(try Yams.compose(yaml: text))
        #expect(root["kind"]?.string == "Deployment")
        #expect(root["metadata"]?["name"]?.string == "c" + name)
        #expect(root["metadata"]?["namespace"]?.string == name)
        let container = root["spec"]?["template"]?["spec"]?["containers"]?[0]
        #expect(container?["name"]?.string == name)
        #expect(container?["resources"]?["requests"]?["cpu"]?.string == "100m")
        // 1e8 bytes and 15 percent are 109.67 MiB.
        #expect(container?["resources"]?["requests"]?["memory"]?.string == "110Mi")
    }

    @Test(arguments: names) func `so is what changes of a controller that is not known`(
        name: String
    ) throws {
        let root = try #require(try Yams.compose(yaml: try patch(name, kind: name + "Rollout")))
        #expect(root["containers"]?[0]?["name"]?.string == name)
        #expect(root["kind"] == nil)
    }

    @Test(arguments: names) func `and what a pipeline run is to say of its tasks`(
        name: String
    ) throws {
        let start = Instant(seconds: 1_790_812_800)
        let run = Run(
            id: "t",
            kind: .task,
            pipeline: name,
            namespace: name,
            task: name,
            created: start,
            started: start,
            finished: start.adding(seconds: 864_000),
            status: .success,
            steps: [
                RunStep(name: "a", cpuRequest: 0.25, memoryRequest: 3e9),
                RunStep(name: "b", cpuRequest: 2, memoryRequest: 1_073_741_824),
            ]
        )
        let window = Window(start: start, end: start.adding(seconds: 864_000))
        let costs = PipelineCosting(rates: .standard, asOf: window.end).costs(of: [run], in: window)
        let found = Recommendations(of: nil, rates: .standard, pipelines: costs)
        let text = try #require(found.all.first?.snippet?.text)
        let task = try #require(try Yams.compose(yaml: text))["spec"]?["taskRunSpecs"]?[0]
        #expect(task?["pipelineTaskName"]?.string == name)
        #expect(task?["computeResources"]?["requests"]?["cpu"]?.string == "2000m")
        // 3e9 bytes are 2861.02 MiB.
        #expect(task?["computeResources"]?["requests"]?["memory"]?.string == "2862Mi")
    }
}
