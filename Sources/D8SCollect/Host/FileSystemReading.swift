import D8SModel

/// `/proc/mounts` and statvfs(3): how full the file systems are.
enum FileSystemReading {
    private typealias Size = FileSystemSize

    private static let error = HostFamily(
        "filesystem_device_error",
        .gauge,
        "Whether an error occurred while getting statistics for the given device."
    )
    private static let readOnly = gauge("readonly", "Filesystem read-only status.")
    private static let sizes: [(HostFamily, @Sendable (Size) -> Double)] = [
        (gauge("size_bytes", "Filesystem size in bytes."), \.size),
        (gauge("free_bytes", "Filesystem free space in bytes."), \.free),
        (
            gauge("avail_bytes", "Filesystem space available to non-root users in bytes."),
            \.available
        ),
        (gauge("files", "Filesystem total file nodes."), \.files),
        (gauge("files_free", "Filesystem total free file nodes."), \.freeFiles),
    ]

    static func read(
        _ folder: HostFolder,
        _ choice: MountChoice,
        _ probe: FileSystemProbe,
        into page: inout HostPage
    ) {
        // The mounts of the first process are the machine's, but are not everybody's to read.
        let lines =
            folder.lines("proc/1/mounts")
            ?? folder.lines("proc/mounts", for: "How full the file systems are", &page)
        let mounts = distinct(lines.compactMap(MountPoint.init).filter(choice.takes))
        let answers = probe.answers(for: Set(mounts.map { folder.path + $0.path }))
        for mount in mounts {
            add(mount, answers[folder.path + mount.path] ?? .failed, to: &page)
        }
    }

    private static func add(
        _ mount: MountPoint,
        _ answer: FileSystemProbe.Answer,
        to page: inout HostPage
    ) {
        let labels = [
            Label("device", mount.device), Label("mountpoint", mount.path),
            Label("fstype", mount.type),
        ]
        guard case .size(let size) = answer else {
            page.add(error, labels, 1)
            let what = answer == .hangs ? "does not answer" : "answers with an error"
            page.note("The file system at \(mount.path) \(what): its size is left out.")
            return
        }
        page.add(error, labels, 0)
        page.add(readOnly, labels, mount.isReadOnly ? 1 : 0)
        for (family, value) in sizes { page.add(family, labels, value(size)) }
    }

    /// Of several that differ in nothing that a series shows, the last, which lies on top.
    private static func distinct(_ mounts: [MountPoint]) -> [MountPoint] {
        var seen: Set<[String]> = []
        return mounts.reversed().filter { seen.insert([$0.device, $0.path, $0.type]).inserted }
            .reversed()
    }

    private static func gauge(_ name: String, _ help: String) -> HostFamily {
        HostFamily("filesystem_" + name, .gauge, help)
    }
}
