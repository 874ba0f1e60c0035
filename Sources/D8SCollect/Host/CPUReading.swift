import D8SModel

/// `/proc/stat`: what the processors did, and what the kernel counts since it started.
enum CPUReading {
    /// Ticks a second in which the kernel counts for programs (USER_HZ): 100 on every platform.
    private static let ticks = 100.0

    private static let modes = [
        "user", "nice", "system", "idle", "iowait", "irq", "softirq", "steal",
    ]
    private static let seconds = HostFamily(
        "cpu_seconds_total",
        .counter,
        "Seconds the CPUs spent in each mode."
    )
    private static let guest = HostFamily(
        "cpu_guest_seconds_total",
        .counter,
        "Seconds the CPUs spent in guests (VMs) for each mode."
    )
    /// Of the lines with one value, or with the total as their first.
    private static let totals = [
        "intr": HostFamily("intr_total", .counter, "Total number of interrupts serviced."),
        "ctxt": HostFamily(
            "context_switches_total",
            .counter,
            "Total number of context switches."
        ),
        "btime": HostFamily("boot_time_seconds", .gauge, "Node boot time, in unixtime."),
        "processes": HostFamily("forks_total", .counter, "Total number of forks."),
        "procs_running": HostFamily(
            "procs_running",
            .gauge,
            "Number of processes in runnable state."
        ),
        "procs_blocked": HostFamily(
            "procs_blocked",
            .gauge,
            "Number of processes blocked waiting for I/O to complete."
        ),
    ]

    static func read(_ folder: HostFolder, into page: inout HostPage) {
        for line in folder.lines("proc/stat", for: "What the processors did", &page) {
            guard let name = line.first, line.count > 1 else { continue }
            if let family = totals[name] {
                page.add(family, [], Double(line[1]))
            } else if name.hasPrefix("cpu"), let number = Int(name.dropFirst(3)) {
                add(processor: number, line.dropFirst().map(Double.init), to: &page)
            }
        }
    }

    /// A guest's time is in `user` and `nice` too, as the kernel counts it.
    private static func add(processor: Int, _ values: [Double?], to page: inout HostPage) {
        let label = Label("cpu", String(processor))
        for (mode, value) in zip(modes, values) {
            page.add(seconds, [label, Label("mode", mode)], value.map { $0 / ticks })
        }
        for (mode, value) in zip(["user", "nice"], values.dropFirst(modes.count)) {
            page.add(guest, [label, Label("mode", mode)], value.map { $0 / ticks })
        }
    }
}
