/// Which file systems are read.
package struct MountChoice: Hashable, Sendable {
    /// If there are any, only mount points that fit one of them, whatever node-exporter's
    /// defaults say of them.
    package var included: [TagPattern]
    /// Mount points that are left out beside node-exporter's defaults.
    package var excluded: [TagPattern]

    package init(included: [TagPattern] = [], excluded: [TagPattern] = []) {
        self.included = included
        self.excluded = excluded
    }

    func takes(_ mount: MountPoint) -> Bool {
        if excluded.contains(where: { $0.matches(mount.path) }) { return false }
        if !included.isEmpty { return included.contains { $0.matches(mount.path) } }
        return !Self.types.contains(mount.type) && !Self.isOfTheSystem(mount.path)
    }

    /// What the kernel keeps in memory for itself (node-exporter 1.5's `fs-types-exclude`).
    private static let types: Set<String> = [
        "autofs", "binfmt_misc", "bpf", "cgroup", "cgroup2", "configfs", "debugfs", "devpts",
        "devtmpfs", "fusectl", "hugetlbfs", "iso9660", "mqueue", "nsfs", "overlay", "proc",
        "procfs", "pstore", "rpc_pipefs", "securityfs", "selinuxfs", "squashfs", "sysfs",
        "tracefs",
    ]

    /// node-exporter 1.5's `mount-points-exclude`:
    /// `^/(dev|proc|run/credentials/.+|sys|var/lib/docker/.+|var/lib/containers/storage/.+)($|/)`.
    private static func isOfTheSystem(_ path: String) -> Bool {
        ["/dev", "/proc", "/sys"].contains { path == $0 || path.hasPrefix($0 + "/") }
            || ["/run/credentials/", "/var/lib/docker/", "/var/lib/containers/storage/"]
                .contains { path.hasPrefix($0) && path.utf8.count > $0.utf8.count }
    }
}
