/// VictoriaMetrics on a free port of 127.0.0.1.
package final class VictoriaMetricsServer: Sendable {
    package let port: Int
    private let server: TestServer

    /// Starts it in this folder; it keeps samples of any age.
    package init(flags: [String] = [], in folder: ServerFolder) throws {
        port = FreePort.find()
        let command = [
            "victoria-metrics", "-httpListenAddr=127.0.0.1:\(port)", "-storageDataPath=data",
            "-retentionPeriod=100y", "-memory.allowedBytes=64MB", "-loggerLevel=WARN",
        ]
        server = try TestServer(command + flags, port: port, in: folder)
    }

    package var address: String { "http://127.0.0.1:\(port)" }
}
