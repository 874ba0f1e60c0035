import D8SModel
import D8STestSupport
import Foundation
import Synchronization

@testable import D8SCollect

/// A folder with files as the kernel writes them.
final class HostFixture: Sendable {
    let root: String
    private let received = Mutex<[RecordBatch]>([])

    init(_ files: [String: String]) throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("d8s-host-\(UUID().uuidString)")
        root = folder.path
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (path, text) in files { try write(text, to: path) }
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    var batches: [RecordBatch] { received.withLock(\.self) }

    func write(_ text: String, to path: String) throws {
        let file = URL(fileURLWithPath: root).appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: file)
    }

    func remove(_ path: String) throws {
        try FileManager.default.removeItem(atPath: root + "/" + path)
    }

    func host(
        labels: [Label] = [],
        mounts: MountChoice = MountChoice(),
        probe: FileSystemProbe = FileSystemProbe()
    ) -> HostSource {
        HostSource(instance: "web1", root: root, labels, mounts, probe)
    }

    func collect(_ host: HostSource) async throws(CollectError) -> CollectReport {
        try await host.collect(Occasion(now: { "2026-11-20T02:00:00Z" })) { batch in
            self.received.withLock { $0.append(batch) }
        }
    }

    /// What the last round holds, without `job` and `instance`: `node_load1`, `0.5`.
    func samples() -> [String: Double] {
        guard let round = batches.last?.rounds.first else { return [:] }
        let names = round.list.series.map { series in
            let own = series.labels.filter { !["job", "instance"].contains($0.name) }
            return "\(Series(metric: series.metric, labels: own))"
        }
        return Dictionary(zip(names, round.values)) { $1 }
    }
}
