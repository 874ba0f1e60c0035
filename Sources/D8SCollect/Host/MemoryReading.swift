import D8SModel

/// `/proc/meminfo`, every field of it.
enum MemoryReading {
    static func read(_ folder: HostFolder, into page: inout HostPage) {
        for line in folder.lines("proc/meminfo", for: "The memory", &page) {
            guard line.count > 1, let value = Double(line[1]) else { continue }
            let isSize = line.count > 2
            page.add(family(line[0], isSize: isSize), [], isSize ? value * 1024 : value)
        }
    }

    /// `Active(anon):` in kB is `node_memory_Active_anon_bytes`.
    private static func family(_ word: String, isSize: Bool) -> HostFamily {
        var name = ""
        for scalar in word.unicodeScalars where scalar != ")" && scalar != ":" {
            name.unicodeScalars.append(scalar == "(" ? "_" : scalar)
        }
        if isSize { name += "_bytes" }
        return HostFamily(
            "memory_" + name,
            name.hasSuffix("_total") ? .counter : .gauge,
            "Memory information field \(name)."
        )
    }
}
