import D8SModel
import Dispatch
import Foundation
import Glibc
import Synchronization
import Testing

@testable import D8SCollect

struct FileSystemTests {
    private let size = FileSystemSize(size: 5, free: 4, available: 3, files: 2, freeFiles: 1)

    @Test func `a mount point with a blank is read by its real name`() async throws {
        let fixture = try HostFixture([
            "proc/mounts": """
            /dev/sda1 / ext4 rw,relatime 0 0
            /dev/sdb1 /my\\040disk ext4 ro,errors=remount-ro 0 0
            tmpfs /run/credentials/x tmpfs rw 0 0
            tmpfs /run tmpfs rw 0 0
            overlay /var/lib/docker/overlay2/1 overlay rw 0 0
            /dev/sdc1 /gone ext4 rw 0 0

            """,
            "my disk/file": "", "run/file": "",
        ])
        let report = try await fixture.collect(fixture.host())
        let samples = fixture.samples()
        func value(_ name: String, _ device: String, _ mount: String, _ type: String) -> Double? {
            samples[
                "node_filesystem_\(name){device=\"\(device)\",fstype=\"\(type)\","
                    + "mountpoint=\"\(mount)\"}"
            ]
        }
        #expect(value("readonly", "/dev/sda1", "/", "ext4") == 0)
        #expect(value("readonly", "/dev/sdb1", "/my disk", "ext4") == 1)
        #expect((value("size_bytes", "/dev/sdb1", "/my disk", "ext4") ?? 0) > 0)
        #expect(value("device_error", "/dev/sdc1", "/gone", "ext4") == 1)
        #expect(value("size_bytes", "/dev/sdc1", "/gone", "ext4") == nil)
        #expect(samples.keys.filter { $0.hasPrefix("node_filesystem_device_error") }.count == 4)
        #expect(report.notes.contains { $0.contains("at /gone answers with an error") })
    }

    @Test func `only chosen mount points are read`() throws {
        let words = { (path: String, type: String) in ["dev", path, type, "rw"] }
        let mounts = [("/", "ext4"), ("/srv/a", "xfs"), ("/snap/x", "squashfs"), ("/proc", "proc")]
            .compactMap { MountPoint(words($0.0, $0.1)) }
        func taken(_ included: [String], _ excluded: [String]) throws -> [String] {
            let choice = MountChoice(
                included: try included.map(TagPattern.init),
                excluded: try excluded.map(TagPattern.init)
            )
            return mounts.filter(choice.takes).map(\.path)
        }
        #expect(try taken([], []) == ["/", "/srv/a"])
        #expect(try taken([], ["/srv/*"]) == ["/"])
        #expect(try taken(["/s*"], []) == ["/srv/a", "/snap/x"])
    }

    @Test func `a file system that hangs is left alone until it answers`() throws {
        let dead = DispatchSemaphore(value: 0)
        let asked = Mutex<[String]>([])
        let isDead = Mutex(true)
        let size = size
        let probe = FileSystemProbe(seconds: 0.2) { path in
            asked.withLock { $0.append(path) }
            if path == "/nfs", isDead.withLock(\.self) { dead.wait() }
            return path == "/bad" ? nil : size
        }
        let paths: Set<String> = ["/", "/bad", "/nfs"]
        let first = probe.answers(for: paths)
        #expect(first == ["/": .size(size), "/bad": .failed, "/nfs": .hangs])
        #expect(probe.answers(for: paths) == first)
        #expect(asked.withLock(\.self).filter { $0 == "/nfs" }.count == 1)
        isDead.withLock { $0 = false }
        dead.signal()
        var last = probe.answers(for: ["/nfs"])
        for _ in 0..<100 where last != ["/nfs": .size(size)] {
            usleep(10_000)
            last = probe.answers(for: ["/nfs"])
        }
        #expect(last == ["/nfs": .size(size)])
        #expect(asked.withLock(\.self).filter { $0 == "/nfs" }.count > 1)
    }

    @Test func `more that hang than are asked at once hold nothing up for ever`() {
        let dead = DispatchSemaphore(value: 0)
        let paths = Set((0..<20).map { "/nfs\($0)" })
        let probe = FileSystemProbe(seconds: 0.1) { _ in
            dead.wait()
            return nil
        }
        #expect(
            probe.answers(for: paths)
                == Dictionary(uniqueKeysWithValues: paths.map { ($0, .hangs) })
        )
        for _ in paths { dead.signal() }
    }
}
