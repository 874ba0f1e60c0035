import D8SModel
import D8SQuery
import Yams

/// Reads a rule file of Prometheus, or a `PrometheusRule` of its operator, as strictly as
/// Prometheus: a file with a mistake is not used at all.
struct RuleFileReader {
    /// Absolute path, for messages.
    let path: String
    private let places: ScalarPlaces
    private let text: String

    init(path: String, text: String) {
        self.path = path
        self.text = text
        places = ScalarPlaces(file: path, text: text)
    }

    /// The groups in the text.
    ///
    /// - Throws: `CommandError.configuration` with every problem found.
    func groups() throws(CommandError) -> [RuleGroup] {
        let root = try YAMLText.mapping(text, file: path)
        var reader = MappingReader(root, file: path, title: "a rule file")
        let groups = reader.keys.contains("spec") ? ofOperator(&reader) : groups(&reader, nil)
        let problems = reader.finish().sorted { ($0.line, $0.column) < ($1.line, $1.column) }
        guard problems.isEmpty else { throw .configuration(problems) }
        return groups
    }

    /// What Kubernetes keeps around the groups is of no interest here.
    private func ofOperator(_ reader: inout MappingReader) -> [RuleGroup] {
        for key in ["apiVersion", "kind", "metadata", "status"] { _ = reader.node(key) }
        guard let node = reader.node("spec") else { return [] }
        var spec = reader.nestedReader(node, title: "`spec`")
        let groups = groups(&spec, "partial_response_strategy")
        reader.absorb(spec.finish())
        return groups
    }

    private func groups(_ reader: inout MappingReader, _ ignored: String?) -> [RuleGroup] {
        guard let node = reader.node("groups"), !node.isNothing else { return [] }
        guard let entries = node.sequence else {
            reader.note(node, "`groups` has to be a list of groups")
            return []
        }
        var names: Set<String> = []
        return entries.compactMap { entry in
            var group = reader.nestedReader(entry, title: "a group")
            if let ignored { _ = group.node(ignored) }
            let result = self.group(&group)
            if let result, !names.insert(result.name).inserted {
                group.noteMissing("a second group is called \(result.name); give it a name")
            }
            reader.absorb(group.finish())
            return result
        }
    }

    private func group(_ reader: inout MappingReader) -> RuleGroup? {
        let name = reader.string("name")
        if name == nil { reader.noteMissing("a group needs a `name`") }
        var group = RuleGroup(file: path, name: name ?? "", rules: [])
        group.interval = reader.milliseconds("interval").flatMap { $0 > 0 ? $0 : nil }
        group.queryOffset = reader.milliseconds("query_offset") ?? 0
        group.limit =
            reader.value("limit", form: "a whole number from 0 on") {
                Int($0).flatMap { $0 >= 0 ? $0 : nil }
            } ?? 0
        let labels = reader.labels("labels") ?? []
        guard let node = reader.node("rules"), !node.isNothing else { return group }
        guard let entries = node.sequence else {
            reader.note(node, "`rules` has to be a list of rules")
            return group
        }
        group.rules = entries.compactMap { entry in
            var rule = RuleReader(
                reader.nestedReader(entry, title: "a rule"),
                entry.mark?.line,
                places
            )
            let result = rule.read(groupLabels: labels)
            reader.absorb(rule.finish())
            return result
        }
        return group
    }
}
