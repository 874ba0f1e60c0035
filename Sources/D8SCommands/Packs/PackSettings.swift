import D8SModel
import Yams

/// Which packs a configuration wants: its own folder, and those that are off.
struct PackSettings: Hashable, Sendable {
    /// The folder of one's own packs; it need not exist.
    var folder: String
    /// Names of packs that are not wanted.
    var off: Set<String> = []

    /// `packs: folder` or `packs: {folder, off}`.
    static func read(_ reader: inout MappingReader, in folder: String) -> PackSettings {
        var settings = PackSettings(folder: folder + "/packs")
        guard let node = reader.node("packs") else { return settings }
        if let path = node.string {
            settings.folder = FilePath.absolute(path, in: folder)
            return settings
        }
        var nested = reader.nestedReader(node, title: "`packs`")
        if let path = nested.string("folder") {
            settings.folder = FilePath.absolute(path, in: folder)
        }
        settings.off = Set(nested.strings("off") ?? [])
        reader.absorb(nested.finish())
        return settings
    }
}
