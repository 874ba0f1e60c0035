import D8SModel
import Foundation
import Synchronization
import Testing

@testable import D8SCollect

@Suite(.serialized, .enabled(if: NodeExporter.isInstalled, "needs prometheus-node-exporter"))
struct HostExporterTests {
    /// What node-exporter shows beside what a host is read for.
    private static let isBeside = [
        "node_cpu_core_throttles", "node_cpu_package_throttles", "node_cpu_frequency",
        "node_disk_info", "node_disk_filesystem_info", "node_disk_device_mapper", "node_disk_ata",
    ]
    private static let covered = [
        "node_cpu_", "node_memory_", "node_disk_", "node_filesystem_", "node_network_", "node_load",
        "node_pressure_", "node_uname_info", "node_vmstat_", "node_filefd_", "node_sockstat_",
        "node_netstat_", "node_boot_time_seconds", "node_context_switches_total",
        "node_intr_total", "node_forks_total", "node_procs_", "node_time_seconds",
    ]
    /// What does not change while it is looked at.
    private static let constant = [
        "node_memory_MemTotal", "node_memory_SwapTotal", "node_filesystem_size",
        "node_filesystem_readonly", "node_filesystem_device_error", "node_uname_info",
        "node_boot_time", "node_filefd_maximum", "node_network_up", "node_network_info",
        "node_network_mtu", "node_network_flags", "node_network_iface", "node_network_speed",
        "node_network_protocol_type", "node_network_address", "node_network_device_id",
    ]

    private static func isCovered(_ name: String) -> Bool {
        covered.contains { name.hasPrefix($0) } && !isBeside.contains { name.hasPrefix($0) }
    }

    private func collected() async throws -> RecordBatch {
        let batches = Mutex<[RecordBatch]>([])
        let now = { @Sendable in Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
        _ = try await HostSource(instance: "web1").collect(Occasion(now: now)) { batch in
            batches.withLock { $0.append(batch) }
        }
        let received = batches.withLock(\.self)
        return try #require(received.first)
    }

    @Test func `a host is read as node-exporter reads it at the same moment`() async throws {
        let exporter = try NodeExporter()
        defer { exporter.stop() }
        _ = try exporter.page()
        let before = try exporter.page()
        let batch = try await collected()
        let after = try exporter.page()

        let round = try #require(batch.rounds.first)
        var ours: [Series: Double] = [:]
        for (series, value) in zip(round.list.series, round.values) {
            #expect(series.value(of: "job") == "node" && series.value(of: "instance") == "web1")
            let own = series.labels.filter { !["job", "instance"].contains($0.name) }
            let bare = Series(metric: series.metric, labels: own)
            #expect(ours.updateValue(value, forKey: bare) == nil, "\(bare) twice")
        }
        #expect(ours.removeValue(forKey: Series(metric: "up")) == 1)
        let names = Set(before.values.keys.filter { Self.isCovered($0.metric) })
        #expect(names.count > 100)
        #expect(Set(ours.keys) == names)
        for (series, value) in ours {
            let low = min(before.values[series] ?? .nan, after.values[series] ?? .nan)
            let high = max(before.values[series] ?? .nan, after.values[series] ?? .nan)
            let slack = slack(of: series.metric, before.kinds, high)
            #expect((low - slack...high + slack).contains(value), "\(series)")
        }
        compareExplanations(batch.metrics, before)
    }

    /// A counter lies between what it was before and after; the kernel's waiting time may step
    /// back a little, and milliseconds are cut off.
    private func slack(of name: String, _ kinds: [String: String], _ value: Double) -> Double {
        if Self.constant.contains(where: { name.hasPrefix($0) }) { return 0 }
        let isCounter = kinds[name] != "gauge" && name != "node_netstat_Tcp_CurrEstab"
        if isCounter { return max(0.1, abs(value) * 1e-9) }
        return name.hasSuffix("_bytes") ? 5e8 : max(20, abs(value) * 0.1)
    }

    private func compareExplanations(_ metrics: [Metric], _ page: ExporterPage) {
        #expect(Set(metrics.map(\.name)).count == metrics.count)
        for metric in metrics {
            let total = metric.name + "_total"
            let name = metric.kind == .counter && page.kinds[total] != nil ? total : metric.name
            #expect(metric.help == page.helps[name], "\(name)")
            let kind = metric.kind == .unknown ? "untyped" : metric.kind.rawValue
            #expect(kind == page.kinds[name], "\(name)")
        }
        let shown = page.kinds.keys.filter(Self.isCovered)
        #expect(metrics.count == shown.count)
    }
}
