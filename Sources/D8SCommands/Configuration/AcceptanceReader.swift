import D8SModel
import Yams

/// Reads and writes the file of accepted items, which is kept under git beside the configuration.
struct AcceptanceReader {
    /// Absolute path, for messages.
    let path: String

    /// The acceptances in this text, by item.
    ///
    /// - Throws: `CommandError.configuration` with every problem found.
    func read(_ text: String) throws(CommandError) -> [Acceptance] {
        let root = try YAMLText.mapping(text, file: path)
        var reader = MappingReader(root, file: path, title: "the file")
        var acceptances: [Acceptance] = []
        for item in reader.keys {
            guard let node = reader.node(item) else { continue }
            var entry = MappingReader(node, file: path, title: "an acceptance")
            if let acceptance = acceptance(of: item, &entry) { acceptances.append(acceptance) }
            reader.absorb(entry.finish())
        }
        guard reader.problems.isEmpty else { throw .configuration(reader.problems) }
        return acceptances.sorted { $0.item < $1.item }
    }

    private func acceptance(of item: String, _ entry: inout MappingReader) -> Acceptance? {
        let until = entry.value("until", form: "a day such as 2026-12-01") { Day(iso8601: $0) }
        let reason = entry.string("reason")
        let owner = entry.string("owner")
        guard let until, let reason, let owner else {
            entry.noteMissing("an acceptance of \(item) needs `until`, `reason` and `owner`")
            return nil
        }
        return Acceptance(item: item, reason: reason, owner: owner, until: until)
    }

    /// The file's text for these acceptances, by item.
    static func text(_ acceptances: [Acceptance]) -> String {
        let head = "# Items that may stay as they are for a while. Written by d8s accept.\n"
        return acceptances.sorted { $0.item < $1.item }.reduce(into: head) { text, entry in
            text += "\(entry.item):\n"
            text += "  until: \(entry.until)\n"
            text += "  owner: \(YAMLText.quoted(entry.owner))\n"
            text += "  reason: \(YAMLText.quoted(entry.reason))\n"
        }
    }
}
