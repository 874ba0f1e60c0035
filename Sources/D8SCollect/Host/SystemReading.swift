import D8SModel
import Glibc

/// What the machine is, and its clock.
enum SystemReading {
    private static let uname = HostFamily(
        "uname_info",
        .gauge,
        "Labeled system information as provided by the uname system call."
    )
    private static let time = HostFamily(
        "time_seconds",
        .gauge,
        "System time in seconds since epoch (1970)."
    )

    static func read(at now: Instant, into page: inout HostPage) {
        page.add(time, [], Double(now.milliseconds) / 1000)
        var system = utsname()
        guard Glibc.uname(&system) == 0 else { return }
        page.add(
            uname,
            [
                Label("sysname", text(system.sysname)), Label("release", text(system.release)),
                Label("version", text(system.version)), Label("machine", text(system.machine)),
                Label("nodename", text(system.nodename)),
                Label("domainname", text(system.__domainname)),
            ],
            1
        )
    }

    /// The characters before the first 0 of a C array, which comes as a tuple.
    private static func text(_ characters: some Any) -> String {
        withUnsafeBytes(of: characters) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }
}
