import D8SModel
import D8SQuery
import Yams

/// Reads the file of a pack; templates/packs/README.md explains its form.
struct PackReader {
    let file: String

    /// The pack in this text.
    ///
    /// - Throws: `CommandError.configuration` with every problem of the file.
    static func read(_ text: String, file: String) throws(CommandError) -> Pack {
        var reader = MappingReader(
            try YAMLText.mapping(text, file: file),
            file: file,
            title: "a pack"
        )
        let pack = PackReader(file: file).read(&reader)
        let problems = reader.finish().sorted { ($0.line, $0.column) < ($1.line, $1.column) }
        guard problems.isEmpty, let pack else { throw .configuration(problems) }
        return pack
    }

    private func read(_ reader: inout MappingReader) -> Pack? {
        let name = reader.value(
            "pack",
            form: "a name of small letters, digits and hyphens, a letter first",
            Self.plainName
        )
        let title = reader.string("title"), about = reader.string("about")
        let entity = entity(&reader)
        let needs = reader.strings("needs") ?? []
        let measureReader = PackMeasureReader(file: file, pack: name ?? "pack")
        let measures: [PackMeasure] = list("measures", &reader, measureReader.read)
        noteTwins(measures.map(\.name.rawValue), "measures", &reader)
        let known = measures.map { String($0.name.rawValue.drop { $0 != "." }.dropFirst()) }
        let panelReader = PackPanelReader(file: file, measures: known)
        let panels: [PackPanel] = list("panels", &reader, panelReader.read)
        noteTwins(panels.map(\.id), "panels", &reader)
        guard let name, let title, let about, let entity, !needs.isEmpty else {
            reader.noteMissing("a pack needs `pack`, `title`, `about`, `entity` and `needs`")
            return nil
        }
        return Pack(
            name: name,
            title: title,
            about: about,
            entity: entity,
            needs: needs,
            measures: measures,
            panels: panels,
            file: file
        )
    }

    private func entity(_ outer: inout MappingReader) -> PackEntity? {
        guard let node = outer.node("entity") else { return nil }
        var reader = outer.nestedReader(node, title: "`entity`")
        let kind = reader.value("kind", form: "one word") { text in
            text.allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) }
                ? Entity.Kind(rawValue: text) : nil
        }
        let plural = reader.string("plural")
        let labels = reader.strings("labels")
        let entity = kind.map { kind in
            PackEntity(
                kind: kind,
                plural: plural ?? kind.rawValue + "s",
                labels: labels ?? [],
                name: reader.string("name"),
                owner: reader.string("owner"),
                group: reader.strings("group"),
                comesAndGoes: reader.flag("comes_and_goes") ?? false
            )
        }
        if kind == nil || labels == nil {
            reader.noteMissing("`entity` needs `kind` and `labels`")
        }
        outer.absorb(reader.finish())
        return entity
    }

    /// The entries of a list; those with a problem are noted and left out.
    private func list<Entry>(
        _ key: String,
        _ reader: inout MappingReader,
        _ read: (Node, inout MappingReader) -> Entry?
    ) -> [Entry] {
        guard let node = reader.node(key) else { return [] }
        guard let nodes = node.sequence else {
            reader.note(node, "`\(key)` has to be a list")
            return []
        }
        return nodes.compactMap { read($0, &reader) }
    }

    private func noteTwins(_ names: [String], _ what: String, _ reader: inout MappingReader) {
        var seen: Set<String> = []
        for name in names where !seen.insert(name).inserted {
            reader.noteMissing("two \(what) are called `\(name)`; rename one")
        }
    }

    /// Safe in keys, file names and addresses.
    static func plainName(_ text: String) -> String? {
        isPlain(text, separator: "-") ? text : nil
    }

    static func isPlain(_ text: String, separator: Unicode.Scalar) -> Bool {
        guard let first = text.unicodeScalars.first, ("a"..."z").contains(first),
            text.utf8.count <= 60
        else { return false }
        return text.unicodeScalars.allSatisfy {
            ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == separator
        }
    }
}
