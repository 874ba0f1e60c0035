import Glibc

/// Prometheus on a free port of 127.0.0.1, with what a test has put into its store.
package final class PrometheusServer: Sendable {
    package let port: Int
    private let server: TestServer

    /// Starts it in this folder, with these samples already in its store.
    ///
    /// It is waited for until it answers. It looks back so many seconds for the latest sample, and keeps samples of any age.
    package init(
        samples: String? = nil,
        rules: String? = nil,
        targets: [String] = [],
        lookback: Int = 59,
        flags: [String] = [],
        configuration: String? = nil,
        in folder: ServerFolder
    ) throws {
        port = FreePort.find()
        if let samples { try Self.store(samples, in: folder) }
        try folder.write(rules ?? "groups: []", to: "rules.yml")
        let addresses = targets.map { "'\($0)'" }.joined(separator: ",")
        try folder.write(
            configuration ?? """
                global: {scrape_interval: 1s, evaluation_interval: 1s}
                rule_files: [rules.yml]
                scrape_configs:
                  - {job_name: test, static_configs: [{targets: [\(addresses)]}]}
                """,
            to: "prometheus.yml"
        )
        let command = [
            "prometheus", "--config.file=prometheus.yml", "--storage.tsdb.path=data",
            "--web.listen-address=127.0.0.1:\(port)", "--storage.tsdb.retention.time=100y",
            "--query.lookback-delta=\(lookback)s", "--log.level=warn",
        ]
        server = try TestServer(command + flags, port: port, in: folder)
        var tries = 0
        while tries < 1000, !FreePort.isReady(port, path: "/-/ready") {
            usleep(20_000)
            tries += 1
        }
    }

    package var address: String { "http://127.0.0.1:\(port)" }

    private static func store(_ samples: String, in folder: ServerFolder) throws {
        try folder.write(samples + "# EOF\n", to: "samples.txt")
        let command = "promtool tsdb create-blocks-from openmetrics"
        try folder.run(["sh", "-c", "\(command) samples.txt data"])
    }
}
