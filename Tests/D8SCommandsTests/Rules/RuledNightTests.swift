import D8SModel
import D8STestSupport
import Testing

@testable import D8SCommands

struct RuledNightTests {
    private static let files = [
        "alert-rules/kube-prometheus/manifests/nodeExporter-prometheusRule.yaml",
        "alert-rules/awesome-prometheus-alerts/dist/rules/host-and-hardware/node-exporter.yml",
    ]

    /// What was planted in the recording: a disk and a memory that fill up, programs that the kernel
    /// ends for it, a drive that fails, and a unit that fails.
    @Test(.enabled(if: SharedData.has("alert-rules"), "the rules of real projects are not here"))
    func `the rule files of node-exporter find what is wrong in a recorded night`() async throws {
        let folder = try ServerFolder()
        try folder.write(try TwoSites.samples() + "# EOF\n", to: "all.om")
        let paths = Self.files.map { YAMLText.quoted(SharedData.path($0)) }
        let text = """
            history: history.sqlite
            rules: [\(paths.joined(separator: ", "))]
            sources: [{series: all.om}]
            """
        let configuration = try ConfigurationReader(path: folder.path + "/d8s.yaml").read(text)
        let session = try Session(configuration, quiet: true)
        #expect(try await session.collect(configuration.sources) == 0)
        let pipeline = session.pipeline
        let night = await pipeline.ruled(
            asOf: TwoSites.asOf,
            pipeline.ruleFiles,
            [],
            await QueryServers(of: [], asOf: TwoSites.asOf),
            try pipeline.storage(asOf: TwoSites.asOf)
        )
        #expect(night.unusable.map { "\($0)" } == [])
        #expect(night.rules > 50)
        let names = Set(night.alerts.compactMap { $0.series.value(of: "alertname") })
        let wanted: Set = [
            "HostOutOfDiskSpace", "HostOutOfMemory", "HostOomKillDetected",
            "HostSoftwareRaidInsufficientDrives", "HostSystemdServiceCrashed",
        ]
        #expect(wanted.subtracting(names) == [])
    }
}
