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
        return acceptances.sorted { $0.item < $1.item }.reduce(into: head) { $0 += entry($1) }
    }

    /// The text of a file with one more acceptance, in place of an earlier one of the same item.
    ///
    /// What people wrote around the other entries stays, unless the item is there already.
    ///
    /// - Throws: `CommandError.configuration` if the text as it is cannot be read.
    func text(_ text: String, with acceptance: Acceptance) throws(CommandError) -> String {
        let known = try read(text)
        let all = known.filter { $0.item != acceptance.item } + [acceptance]
        let lineEnd = text.isEmpty || text.hasSuffix("\n") ? "" : "\n"
        let longer = text + lineEnd + Self.entry(acceptance)
        let isWhole = (try? read(longer)) == all.sorted { $0.item < $1.item }
        return isWhole && !text.isEmpty ? longer : Self.text(all)
    }

    private static func entry(_ acceptance: Acceptance) -> String {
        "\(key(acceptance.item)):\n"
            + "  until: \(acceptance.until)\n"
            + "  owner: \(YAMLText.quoted(acceptance.owner))\n"
            + "  reason: \(YAMLText.quoted(acceptance.reason))\n"
    }

    /// An id as a key: plain as D8S makes ids, else in quotes.
    private static func key(_ item: String) -> String {
        let isPlain = item.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "-")
        }
        return isPlain && item.utf8.first.map { $0 != UInt8(ascii: "-") } ?? false
            ? item : YAMLText.quoted(item)
    }
}
