import D8SAnalysis
import D8SHistory
import D8SModel
import D8STestSupport
import Testing

@testable import D8SCommands

/// Tekton's runs and Kubernetes' objects of real clusters, which are not in this repository.
struct RealRunsTests {
    private static let isThere = SharedData.has("tekton/SOURCE.txt")

    /// What the objects in these files cost at the default rates, in a window of two years.
    private func costs(_ files: [String], window: (String, String)) async throws -> WorkloadCosts {
        let list = files.map { "\"\($0)\"" }.joined(separator: ", ")
        let configuration = try ConfigurationReader(path: "/srv/d8s.yaml").read(
            """
            sources:
              - kubernetes: files
                files: [\(list)]
                time: \(window.1)
            """
        )
        let end = try #require(Instant(iso8601: window.1))
        let history = try History.inMemory()
        let log = Progress.logger(quiet: true)
        let collection = Collection(history: history, log: log) { end }
        #expect(try await collection.collect(configuration.sources) == 0)
        let pipeline = Pipeline(
            configuration: configuration,
            history: history,
            log: log,
            format: Format(language: .english, zone: .utc)
        )
        let start = try #require(Instant(iso8601: window.0))
        return try pipeline.workloadCosts(
            asOf: end.adding(seconds: 7200),
            window: Window(start: start, end: end.adding(seconds: 3600))
        )
    }

    /// Of the run `human-resources-on-push-z79cl` two task runs say what they ask for.
    ///
    /// `build-container` asks for 250m and 512Mi from 09:55:02 to 09:56:32, 90 s: 0.00625 core-hours
    /// · 0.031611 + 0.0125 GiB-hours · 0.004237 = 0.00025053125. `clamav-scan` asks for 10m and
    /// 512Mi from 09:56:34 and still runs by its own word; its pipeline run ended at 09:58:03, 89 s
    /// later: 0.000247222 · 0.031611 + 0.012361111 · 0.004237 = 0.000060188961949.
    @Test(.enabled(if: isThere, "no shared data")) func `real runs cost what their times say`()
        async throws
    {
        let folder = SharedData.path("tekton/konflux-ui")
        let costs = try await costs(
            ["PipelineRun.list.json", "TaskRun.list.json"].map { folder + "/" + $0 },
            window: ("2021-01-01T00:00:00Z", "2023-12-31T00:00:00Z")
        )
        let pipelines = try #require(costs.pipelines)
        #expect(pipelines.runs.count { $0.taskRuns > 0 } > 15)
        for dimension in PipelineCosts.Dimension.allCases {
            #expect(pipelines.by(dimension).map(\.cost).total == pipelines.total)
        }
        let run = try #require(pipelines.runs.first { $0.name == "human-resources-on-push-z79cl" })
        #expect(run.taskRuns == 9)
        #expect(run.withoutRequests == 7)
        #expect(run.cost.description == "0.000310720211949")
    }

    @Test(.enabled(if: isThere, "no shared data")) func `every real object is taken`() async throws
    {
        let objects = SharedData.files(below: "k8s-api/sbctl", endingIn: [".json"])
            .filter { $0.hasSuffix("/nodes.json") || $0.contains("cluster-resources/pods/") }
        let files = SharedData.files(below: "tekton", endingIn: [".json"]) + objects
        let costs = try await costs(
            files,
            window: ("2023-12-29T00:00:00Z", "2023-12-31T00:00:00Z")
        )
        if let cluster = costs.cluster {
            #expect(cluster.workloads.plus(cluster.idle) == cluster.total)
            #expect(!cluster.gaps.contains { $0.kind == .difference })
        }
    }
}
