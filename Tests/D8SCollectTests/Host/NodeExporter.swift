import D8STestSupport
import Foundation

@testable import D8SCollect

/// A running node-exporter of Debian's package.
final class NodeExporter {
    static let program = "/usr/bin/prometheus-node-exporter"
    static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }

    private let process = Process()
    private let port = FreePort.find()

    /// Debian's package leaves out more mount points than node-exporter itself does.
    init() throws {
        process.executableURL = URL(fileURLWithPath: Self.program)
        process.arguments = [
            "--web.listen-address=127.0.0.1:\(port)",
            "--collector.netdev.device-exclude=^$",
            "--collector.filesystem.mount-points-exclude=^/(dev|proc|run/credentials/.+|sys|"
                + "var/lib/docker/.+|var/lib/containers/storage/.+)($|/)",
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    func page() throws -> ExporterPage {
        var bytes: [UInt8] = []
        _ = try Subprocess(
            executable: "curl",
            arguments: [
                "-s", "--retry", "40", "--retry-delay", "0", "--retry-connrefused",
                "--retry-max-time", "20", "http://127.0.0.1:\(port)/metrics",
            ],
            environment: ["PATH=/usr/bin:/bin"]
        ).run { bytes += $0 }
        return ExporterPage(String(decoding: bytes, as: UTF8.self))
    }

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }
}
