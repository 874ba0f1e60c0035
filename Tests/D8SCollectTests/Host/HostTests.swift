import D8SModel
import D8STestSupport
import Foundation
import Synchronization
import Testing

@testable import D8SCollect

struct HostTests {
    private static let stat = """
        cpu  300 0 60 9000 40 0 10 2 5 1
        cpu0 200 0 40 4000 30 0 6 2 5 1
        cpu1 100 0 20 5000 10 0 4 0 0 0
        intr 4711 1 2 3
        ctxt 99
        btime 1795250904
        processes 12
        procs_running 2
        procs_blocked 1

        """

    @Test func `processors are counted in seconds by mode`() async throws {
        let fixture = try HostFixture(["proc/stat": Self.stat])
        _ = try await fixture.collect(fixture.host())
        let samples = fixture.samples()
        #expect(samples["node_cpu_seconds_total{cpu=\"0\",mode=\"idle\"}"] == 40)
        #expect(samples["node_cpu_seconds_total{cpu=\"1\",mode=\"iowait\"}"] == 0.1)
        #expect(samples["node_cpu_guest_seconds_total{cpu=\"0\",mode=\"nice\"}"] == 0.01)
        #expect(samples["node_intr_total"] == 4711)
        #expect(samples["node_boot_time_seconds"] == 1_795_250_904)
        #expect(samples["node_time_seconds"] == 1_795_140_000)
        #expect(samples["up"] == 1)
        #expect(samples.keys.allSatisfy { !$0.contains("cpu=\"\"") })
    }

    /// Kernels before 2.6.25 have no guest columns, before 4.18 no discards, before 5.5 no flushes.
    @Test func `an older kernel's disks have fewer metrics`() async throws {
        let fixture = try HostFixture([
            "proc/diskstats": """
               8 0 sda 10 2 8 1500 20 4 16 2500 1 3000 4000
               8 1 sda1 1 0 2 3 0 0 0 0 0 36 36
             259 0 nvme0n1 1 1 1 1 1 1 1 1 0 1 1 7 0 64 1
             259 1 nvme0n1p1 1 1 1 1 1 1 1 1 0 1 1 7 0 64 1
             179 1 mmcblk0p1 5 0 0 0 0 0 0 0 0 0 0
               7 0 loop0 0 0 0 0 0 0 0 0 0 0 0

            """
        ])
        _ = try await fixture.collect(fixture.host())
        let samples = fixture.samples()
        #expect(samples["node_disk_read_bytes_total{device=\"sda\"}"] == 4096)
        #expect(samples["node_disk_io_time_weighted_seconds_total{device=\"sda\"}"] == 4)
        #expect(samples["node_disk_discards_completed_total{device=\"sda\"}"] == nil)
        #expect(samples["node_disk_discarded_sectors_total{device=\"nvme0n1\"}"] == 64)
        #expect(samples["node_disk_flush_requests_total{device=\"nvme0n1\"}"] == nil)
        #expect(samples["node_disk_reads_completed_total{device=\"mmcblk0p1\"}"] == 5)
        let devices = samples.keys.filter { $0.hasPrefix("node_disk_io_now") }.sorted()
        #expect(
            devices
                == ["mmcblk0p1", "nvme0n1", "sda"].map { "node_disk_io_now{device=\"\($0)\"}" }
        )
    }

    /// As node-exporter's `^(ram|loop|fd|(h|s|v|xv)d[a-z]|nvme\d+n\d+p)\d+$` has it by grep -P.
    @Test(arguments: [
        ("ram0", true), ("ram", false), ("loop12", true), ("fd0", true), ("sda", false),
        ("sda1", true), ("sdaa1", false), ("xvdb3", true), ("nvme0n1", false),
        ("nvme0n1p1", true), ("nvmen1p1", false), ("nvme0np1", false), ("nvme0n1n2p1", false),
        ("dm-0", false), ("md127", false), ("zram0", false), ("1", false), ("", false),
    ])
    func `partitions and disks in memory are left out`(device: String, isIgnored: Bool) {
        #expect(DiskReading.isIgnored(device) == isIgnored)
    }

    @Test func `an interface's counters may touch its name`() async throws {
        let dev = """
            Inter-|   Receive                     |  Transmit
             face |bytes    packets errs drop fifo frame compressed multicast|bytes
              eth0:12345 6 0 0 0 0 0 1 777 8 0 0 0 0 0 0
             eth0:1: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16
              bad0: 1 2 3

            """
        let fixture = try HostFixture([
            "proc/net/dev": dev, "sys/class/net/bonding_masters": "\n",
            "sys/class/net/eth0/operstate": "up\n", "sys/class/net/eth0/flags": "0x1003\n",
            "sys/class/net/eth0/speed": "1000\n", "sys/class/net/eth0/mtu": "many\n",
            "sys/class/net/eth0/statistics/rx_nohandler": "4\n",
        ])
        _ = try await fixture.collect(fixture.host())
        let samples = fixture.samples()
        #expect(samples["node_network_receive_bytes_total{device=\"eth0\"}"] == 12345)
        #expect(samples["node_network_transmit_bytes_total{device=\"eth0\"}"] == 777)
        #expect(samples["node_network_receive_nohandler_total{device=\"eth0\"}"] == 4)
        #expect(samples["node_network_transmit_carrier_total{device=\"eth0:1\"}"] == 15)
        #expect(samples["node_network_flags{device=\"eth0\"}"] == 4099)
        #expect(samples["node_network_speed_bytes{device=\"eth0\"}"] == 125_000_000)
        #expect(samples["node_network_mtu_bytes{device=\"eth0\"}"] == nil)
        #expect(samples.keys.allSatisfy { !$0.contains("bad0") && !$0.contains("bonding") })
    }

    @Test func `what is not there is noted, and the rest is read`() async throws {
        let fixture = try HostFixture(["proc/loadavg": "0.50 0.25 0.10 1/99 1234\n"])
        let report = try await fixture.collect(fixture.host())
        #expect(fixture.samples()["node_load15"] == 0.1)
        let missing = "\(fixture.root)/proc/pressure/cpu cannot be read: No such file or directory."
        #expect(report.notes.contains { $0.hasPrefix(missing) })
        #expect(report.newest == "2026-11-20T02:00:00Z")
    }

    @Test func `a folder without a host is an error, and the host is down`() async throws {
        let fixture = try HostFixture(["etc/hostname": "web1\n"])
        await #expect(throws: CollectError.self) {
            _ = try await fixture.collect(fixture.host())
        }
        #expect(fixture.samples() == ["up": 0])
    }

    @Test func `the list stays the same object until a series comes or goes`() async throws {
        let fixture = try HostFixture([
            "proc/stat": Self.stat, "proc/loadavg": "0.5 0.2 0.1 1/9 4\n",
        ])
        let host = fixture.host()
        _ = try await fixture.collect(host)
        _ = try await fixture.collect(host)
        try fixture.remove("proc/loadavg")
        _ = try await fixture.collect(host)
        let lists = fixture.batches.map(\.rounds[0].list)
        #expect(lists[0] === lists[1] && lists[1] !== lists[2])
        #expect(fixture.batches.map(\.metrics.isEmpty) == [false, true, false])
        #expect(
            fixture.batches[2].columns.map(\.series.metric).sorted()
                == ["node_load1", "node_load15", "node_load5"]
        )
        #expect(fixture.batches[2].columns.allSatisfy { $0.values[0].isStaleMarker })
    }

    // proc(5) of iowait: "The value in this field may decrease in certain conditions."
    @Test(arguments: [("29", 0.3), ("31", 0.31), ("0", 0.3)])
    func `a processor's time never steps back a little`(
        ticks: String,
        seconds: Double
    ) async throws {
        let fixture = try HostFixture(["proc/stat": Self.stat])
        let host = fixture.host()
        _ = try await fixture.collect(host)
        try fixture.write(
            Self.stat.replacing("cpu0 200 0 40 4000 30", with: "cpu0 200 0 40 100 \(ticks)"),
            to: "proc/stat"
        )
        _ = try await fixture.collect(host)
        let samples = fixture.samples()
        #expect(samples["node_cpu_seconds_total{cpu=\"0\",mode=\"iowait\"}"] == seconds)
        // 39 seconds less is a processor that began anew.
        #expect(samples["node_cpu_seconds_total{cpu=\"0\",mode=\"idle\"}"] == 1)
    }

    @Test func `a metric's own label wins over one of the configuration`() async throws {
        let fixture = try HostFixture(["proc/stat": Self.stat])
        let labels = [Label("site", "berlin"), Label("cpu", "x"), Label("job", "hosts")]
        _ = try await fixture.collect(fixture.host(labels: labels))
        let series = try #require(fixture.batches.first?.rounds.first?.list.series.first)
        #expect(
            "\(series)"
                == "node_cpu_seconds_total{cpu=\"0\",instance=\"web1\",job=\"hosts\",mode=\"user\","
                + "site=\"berlin\"}"
        )
    }

    @Test func `hostile files are no crash`() async throws {
        let long = String(repeating: "cpu99999999999999999999 1 2\n", count: 1000)
        let fixture = try HostFixture([
            "proc/stat": long + "ctxt nan\nintr\nbtime 1e999\n\u{0}\u{0}",
            "proc/meminfo": "MemTotal:\n: kB\n() 1 kB\nMemFree: -1 kB\n",
            "proc/diskstats": "8 0\n8 0 sda x y\n", "proc/net/dev": ":\n::\n: 1\n",
            "proc/net/snmp": "Ip: Forwarding\nTcp: 1\nIp:\n", "proc/net/sockstat": ":\nTCP: mem\n",
            "proc/pressure/cpu": "some total=\nsome total=x\nfull\n", "proc/sys/fs/file-nr": "1\n",
            "proc/mounts": "a b\n\\ \\04 ext4 rw\n/dev/x /m\\999 ext4 rw,ro\n",
        ])
        _ = try await fixture.collect(fixture.host())
        let samples = fixture.samples()
        #expect(samples["node_memory_MemFree_bytes"] == -1024)
        #expect(samples["node_context_switches_total"] == nil)
        #expect(samples.values.filter { !$0.isFinite } == [])
    }
}
