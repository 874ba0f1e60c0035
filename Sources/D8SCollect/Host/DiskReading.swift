import D8SModel

/// `/proc/diskstats`: whole disks, not their partitions (Documentation/admin-guide/iostats.rst).
enum DiskReading {
    /// The fields after the device's name, each with its unit in the metric's.
    private static let fields: [(family: HostFamily, unit: Double)] = [
        (total("reads_completed", "The total number of reads completed successfully."), 1),
        (total("reads_merged", "The total number of reads merged."), 1),
        (total("read_bytes", "The total number of bytes read successfully."), sector),
        (total("read_time_seconds", "The total number of seconds spent by all reads."), tick),
        (total("writes_completed", "The total number of writes completed successfully."), 1),
        (total("writes_merged", "The number of writes merged."), 1),
        (total("written_bytes", "The total number of bytes written successfully."), sector),
        (
            total("write_time_seconds", "This is the total number of seconds spent by all writes."),
            tick
        ),
        (HostFamily("disk_io_now", .gauge, "The number of I/Os currently in progress."), 1),
        (total("io_time_seconds", "Total seconds spent doing I/Os."), tick),
        (total("io_time_weighted_seconds", "The weighted # of seconds spent doing I/Os."), tick),
        (total("discards_completed", "The total number of discards completed successfully."), 1),
        (total("discards_merged", "The total number of discards merged."), 1),
        (total("discarded_sectors", "The total number of sectors discarded successfully."), 1),
        (
            total(
                "discard_time_seconds",
                "This is the total number of seconds spent by all discards."
            ), tick
        ),
        (
            total(
                "flush_requests",
                "The total number of flush requests completed successfully"
            ), 1
        ),
        (
            total(
                "flush_requests_time_seconds",
                "This is the total number of seconds spent by all flush requests."
            ), tick
        ),
    ]
    /// Bytes, whatever the device's own sectors are.
    private static let sector = 512.0
    private static let tick = 0.001

    static func read(_ folder: HostFolder, into page: inout HostPage) {
        for line in folder.lines("proc/diskstats", for: "What the disks did", &page) {
            guard line.count > 3, !isIgnored(line[2]) else { continue }
            let label = Label("device", line[2])
            for (field, word) in zip(fields, line.dropFirst(3)) {
                page.add(field.family, [label], Double(word).map { $0 * field.unit })
            }
        }
    }

    /// node-exporter's `^(ram|loop|fd|(h|s|v|xv)d[a-z]|nvme\d+n\d+p)\d+$`.
    static func isIgnored(_ device: String) -> Bool {
        let stem = device.withoutDigits
        guard stem.utf8.count < device.utf8.count else { return false }
        if ["ram", "loop", "fd"].contains(stem) { return true }
        if stem.hasPrefix("nvme"), stem.hasSuffix("p") {
            let parts = stem.dropFirst(4).dropLast().split(
                separator: "n",
                omittingEmptySubsequences: false
            )
            return parts.count == 2
                && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(\.isDigit) }
        }
        let isLetter = stem.utf8.last.map { $0 &- UInt8(ascii: "a") < 26 } ?? false
        return isLetter && ["hd", "sd", "vd", "xvd"].contains(stem.dropLast())
    }

    private static func total(_ name: String, _ help: String) -> HostFamily {
        HostFamily("disk_\(name)_total", .counter, help)
    }
}

extension String {
    /// Without the digits at its end.
    fileprivate var withoutDigits: String {
        var bytes = Array(utf8)
        while let last = bytes.last, last.isDigit { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
