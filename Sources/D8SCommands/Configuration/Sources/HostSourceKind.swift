import D8SCollect
import D8SModel

/// `- host: NAME`: this machine.
enum HostSourceKind: SourceKind {
    static let key = "host"
    static let usage = "host: NAME"
    static let example = """
        # This machine itself, under node-exporter's metric names:
        #   - host: web1                 # the label instance; true for the machine's own name
        #     every: 1m
        #     root: /host                # where proc and sys lie, if not at /
        #     mounts: [/, /srv*]         # only these file systems
        #     ignore_mounts: [/snap/*]   # not these
        #     labels: {site: berlin}     # on every series
        """

    static func read(
        _ reader: inout MappingReader,
        in place: SourcePlace
    ) -> [SourceConfiguration] {
        let every = reader.duration("every") ?? 60
        let root = reader.string("root").map { FilePath.absolute($0, in: place.folder) } ?? "/"
        let mounts = MountChoice(
            included: reader.mounts("mounts"),
            excluded: reader.mounts("ignore_mounts")
        )
        let labels = reader.seriesLabels("labels", reserved: ["instance"])
        guard let word = reader.string("host") else { return [] }
        guard let name = word == "true" ? HostName.of(root: root) : word else {
            reader.noteMissing("this machine has no name; give one, as in `host: web1`")
            return []
        }
        let host = HostSource(instance: name, root: root, labels: labels, mounts: mounts)
        return [SourceConfiguration(name: "host:\(name)", interval: every, collector: host)]
    }
}

extension MappingReader {
    /// Patterns for mount points, such as `/srv/*`.
    fileprivate mutating func mounts(_ key: String) -> [TagPattern] {
        var patterns: [TagPattern] = []
        for text in strings(key) ?? [] {
            do throws(CollectError) {
                patterns.append(try TagPattern(text))
            } catch {
                noteMissing("\(error)")
            }
        }
        return patterns
    }

    /// Labels for every series of a source, by name; what cannot be one is noted.
    mutating func seriesLabels(_ key: String, reserved: Set<String>) -> [Label] {
        var labels: [Label] = []
        for (name, value) in (table(key) ?? [:]).sorted(by: { $0.key < $1.key }) {
            if reserved.contains(name) {
                noteMissing("`\(key)` cannot set \(name)")
            } else if !Self.isLabelName(name) {
                noteMissing("`\(key)`: \(name) is no label name; it has letters, digits and _")
            } else {
                labels.append(Label(name, value))
            }
        }
        return labels
    }

    /// Prometheus' `[a-zA-Z_][a-zA-Z0-9_]*`, without the names with two underscores at the start.
    private static func isLabelName(_ name: String) -> Bool {
        let isLetter = { (byte: UInt8) in
            byte == UInt8(ascii: "_") || (byte | 0x20) &- UInt8(ascii: "a") < 26
        }
        guard let first = name.utf8.first, isLetter(first), !name.hasPrefix("__") else {
            return false
        }
        return name.utf8.allSatisfy { isLetter($0) || $0 &- UInt8(ascii: "0") < 10 }
    }
}
