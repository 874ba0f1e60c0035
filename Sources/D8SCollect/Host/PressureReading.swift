import D8SModel

/// What can be short, and what its lines in `/proc/pressure` are called.
enum PressureReading {
    struct Resource: Sendable {
        /// The file's name.
        let name: String
        let what: String
        /// By the word with which a line begins.
        let families: [String: HostFamily]
    }

    static let resources = [
        Resource(
            name: "cpu",
            what: "the processors",
            families: [
                "some": family("cpu_waiting", "that processes have waited for CPU time")
            ]
        ),
        Resource(
            name: "io",
            what: "the disks",
            families: [
                "some": family("io_waiting", "that processes have waited due to IO congestion"),
                "full": family(
                    "io_stalled",
                    "no process could make progress due to IO congestion"
                ),
            ]
        ),
        Resource(
            name: "memory",
            what: "the memory",
            families: [
                "some": family("memory_waiting", "that processes have waited for memory"),
                "full": family(
                    "memory_stalled",
                    "no process could make progress due to memory congestion"
                ),
            ]
        ),
    ]

    private static func family(_ name: String, _ what: String) -> HostFamily {
        HostFamily("pressure_\(name)_seconds_total", .counter, "Total time in seconds \(what)")
    }
}
