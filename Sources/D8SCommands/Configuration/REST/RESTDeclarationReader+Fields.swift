import D8SCollect
import Yams

extension RESTDeclarationReader {
    /// The mapping under the kind's name, or a list of several.
    func mappings(_ reader: inout MappingReader, _ kind: RESTRecordKind) -> [RESTMapping] {
        guard let node = reader.node(kind.rawValue) else { return [] }
        return (node.sequence.map(Array.init) ?? [node]).map { node in
            var inner = MappingReader(node, file: file, title: "`\(kind.rawValue)`")
            let result = mapping(&inner, kind)
            reader.absorb(inner.finish())
            return result
        }
    }

    private func mapping(_ reader: inout MappingReader, _ kind: RESTRecordKind) -> RESTMapping {
        let filters = filters(&reader)
        let fields = fields(&reader, kind.fields, words: kind.words)
        let missing = kind.required.filter { fields[$0] == nil }
        if !missing.isEmpty {
            let names = missing.map { "`\($0)`" }.joined(separator: ", ")
            reader.noteMissing("`\(kind.rawValue)` needs \(names)")
        }
        return RESTMapping(
            kind: kind,
            fields: fields,
            labels: kind.hasLabels ? labels(&reader) : [:],
            steps: kind == .runs ? steps(&reader) : nil,
            filters: filters
        )
    }

    private func fields(
        _ reader: inout MappingReader,
        _ names: [String],
        words: (String) -> [String]?
    ) -> [String: RESTField] {
        var fields: [String: RESTField] = [:]
        for name in names {
            guard let node = reader.node(name) else { continue }
            fields[name] = field(&reader, node, name, words: words(name))
        }
        return fields
    }

    private func labels(_ reader: inout MappingReader) -> [String: RESTField] {
        guard let node = reader.node("labels") else { return [:] }
        var table = MappingReader(node, file: file, title: "`labels`")
        let labels = fields(&table, table.keys) { _ in nil }
        reader.absorb(table.problems)
        return labels
    }

    private func steps(_ reader: inout MappingReader) -> RESTMapping.Steps? {
        guard let node = reader.node("steps") else { return nil }
        var inner = MappingReader(node, file: file, title: "`steps`")
        let rows = path(&inner, "rows")
        let fields = fields(&inner, RESTRecordKind.stepFields) { _ in nil }
        if rows == nil || fields["name"] == nil {
            inner.noteMissing("`steps` needs `rows`, `name`")
        }
        reader.absorb(inner.finish())
        return rows.map { .init(rows: $0, fields: fields) }
    }

    /// `only` and `unless`: paths, each with a text or a list of texts.
    func filters(_ reader: inout MappingReader) -> [RESTFilter] {
        [("only", false), ("unless", true)].flatMap { key, isInverted -> [RESTFilter] in
            guard let node = reader.node(key) else { return [] }
            var table = MappingReader(node, file: file, title: "`\(key)`")
            var filters: [RESTFilter] = []
            for name in table.keys {
                guard let node = table.node(name),
                    let path = path(&table, node, text: name, name)
                else { continue }
                let values = (node.sequence.map(Array.init) ?? [node])
                    .compactMap { template(&table, $0, name) }
                filters.append(.init(path: path, values: values, isInverted: isInverted))
            }
            reader.absorb(table.problems)
            return filters
        }
    }

    /// One field: a path, alternatives with `|`, a text with placeholders, or a mapping.
    func field(
        _ reader: inout MappingReader,
        _ node: Node,
        _ name: String,
        words: [String]?
    ) -> RESTField? {
        guard node.mapping != nil else {
            return origin(&reader, node, name).map(RESTField.init)
        }
        var inner = MappingReader(node, file: file, title: "`\(name)`")
        let path = inner.node("path").flatMap { origin(&inner, $0, "path") }
        let value = inner.node("value").flatMap { template(&inner, $0, "value") }
        var field = (path ?? value.map { .template($0) }).map(RESTField.init)
        if (path == nil) == (value == nil) {
            inner.noteMissing("`\(name)` needs either `path` or `value`")
        }
        field?.pick = inner.choice("pick", RESTField.Pick.self) ?? .first
        field?.map = map(&inner, words)
        field?.time = inner.choice("time", RESTField.TimeForm.self)
        field?.scale = inner.value("scale", form: "a number") {
            Double($0).flatMap { $0.isFinite ? $0 : nil }
        }
        field?.otherwise = inner.node("default").flatMap { template(&inner, $0, "default") }
        field?.names = inner.node("names").flatMap { template(&inner, $0, "names") }
        reader.absorb(inner.finish())
        return field
    }

    private func map(_ reader: inout MappingReader, _ words: [String]?) -> [String: String]? {
        guard let node = reader.node("map") else { return nil }
        var table = MappingReader(node, file: file, title: "`map`")
        var map: [String: String] = [:]
        for name in table.keys {
            let known = (words ?? []) + [RESTField.skip]
            map[name] = table.value(name, form: "one of \(known.joined(separator: ", "))") {
                words == nil || known.contains($0) ? $0 : nil
            }
        }
        reader.absorb(table.problems)
        return map
    }

    private func origin(
        _ reader: inout MappingReader,
        _ node: Node,
        _ name: String
    ) -> RESTField.Origin? {
        guard let text = node.string else {
            reader.note(node, "`\(name)` has to be a path, a text with placeholders or a mapping")
            return nil
        }
        if let template = template(&reader, node, name), !template.isConstant {
            return .template(template)
        }
        let paths = text.split(separator: "|", omittingEmptySubsequences: false).compactMap {
            path(&reader, node, text: Self.trimmed($0), name)
        }
        return paths.isEmpty ? nil : .paths(paths)
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }

    func path(_ reader: inout MappingReader, _ key: String) -> RESTPath? {
        reader.node(key).flatMap { path(&reader, $0, text: $0.string ?? "", key) }
    }

    private func path(
        _ reader: inout MappingReader,
        _ node: Node,
        text: String,
        _ name: String
    ) -> RESTPath? {
        do throws(RESTSyntaxFault) {
            return try RESTPath(text)
        } catch {
            reader.note(node, "`\(text)` of `\(name)` is no path: \(error.reason)")
            return nil
        }
    }
}
