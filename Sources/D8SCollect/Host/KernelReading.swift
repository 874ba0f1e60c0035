import D8SModel

/// Small files of the kernel: load, pressure, memory traffic, open files.
enum KernelReading {
    static func read(_ folder: HostFolder, into page: inout HostPage) {
        readLoad(folder, &page)
        readPressure(folder, &page)
        readMemoryTraffic(folder, &page)
        readOpenFiles(folder, &page)
    }

    private static func readLoad(_ folder: HostFolder, _ page: inout HostPage) {
        let lines = folder.lines("proc/loadavg", for: "The load", &page)
        for (minutes, word) in zip([1, 5, 15], lines.first ?? []) {
            let help = "\(minutes)m load average."
            page.add(HostFamily("load\(minutes)", .gauge, help), [], Double(word))
        }
    }

    /// Documentation/accounting/psi.rst; there since Linux 4.20, and not in every container.
    private static func readPressure(_ folder: HostFolder, _ page: inout HostPage) {
        for resource in PressureReading.resources {
            let file = "proc/pressure/\(resource.name)"
            let lines = folder.lines(file, for: "The pressure on \(resource.what)", &page)
            for line in lines {
                guard let word = line.first, let family = resource.families[word],
                    let total = line.last, total.hasPrefix("total=")
                else { continue }
                page.add(family, [], Double(total.dropFirst(6)).map { $0 / 1000 / 1000 })
            }
        }
    }

    /// node-exporter's `^(oom_kill|pgpg|pswp|pg.*fault).*`.
    private static func readMemoryTraffic(_ folder: HostFolder, _ page: inout HostPage) {
        for line in folder.lines("proc/vmstat", for: "The memory's traffic", &page) {
            guard line.count > 1, isMemoryTraffic(line[0]) else { continue }
            let help = "/proc/vmstat information field \(line[0])."
            page.add(HostFamily("vmstat_\(line[0])", .unknown, help), [], Double(line[1]))
        }
    }

    private static func isMemoryTraffic(_ name: String) -> Bool {
        ["oom_kill", "pgpg", "pswp"].contains { name.hasPrefix($0) }
            || name.hasPrefix("pg") && name.contains("fault")
    }

    private static func readOpenFiles(_ folder: HostFolder, _ page: inout HostPage) {
        let lines = folder.lines("proc/sys/fs/file-nr", for: "The number of open files", &page)
        guard let words = lines.first, words.count > 2 else { return }
        for (name, word) in [("allocated", words[0]), ("maximum", words[2])] {
            let help = "File descriptor statistics: \(name)."
            page.add(HostFamily("filefd_\(name)", .gauge, help), [], Double(word))
        }
    }
}
