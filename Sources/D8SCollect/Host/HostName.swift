import Glibc

/// What a machine calls itself.
package enum HostName {
    /// The name of the machine whose files lie under this folder; nil if it has none there.
    package static func of(root: String) -> String? {
        let folder = HostFolder(root)
        let name = folder.path.isEmpty ? own : folder.text("etc/hostname")
        return name.flatMap { $0.isEmpty ? nil : $0 }
    }

    private static var own: String? {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return nil }
        return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
