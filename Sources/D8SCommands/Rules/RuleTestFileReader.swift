import D8SModel
import D8SQuery
import Yams

/// Reads a file of unit tests for rules, in the form of `promtool test rules`.
struct RuleTestFileReader {
    /// Absolute path, for messages.
    let path: String
    private let text: String
    private let places: ScalarPlaces

    init(path: String, text: String) {
        self.path = path
        self.text = text
        places = ScalarPlaces(file: path, text: text)
    }

    /// The tests in the text.
    ///
    /// - Throws: `CommandError.configuration` with every problem found.
    func file() throws(CommandError) -> RuleTestFile {
        let root = try YAMLText.mapping(text, file: path)
        var reader = MappingReader(root, file: path, title: "a file of tests")
        var file = RuleTestFile(file: path)
        file.ruleFiles = reader.strings("rule_files") ?? []
        file.interval =
            reader.milliseconds("evaluation_interval").flatMap { $0 > 0 ? $0 : nil }
            ?? file.interval
        file.groupOrder = reader.strings("group_eval_order") ?? []
        if Set(file.groupOrder).count < file.groupOrder.count {
            reader.noteMissing("`group_eval_order` names a group twice")
        }
        file.isFuzzy = reader.flag("fuzzy_compare") ?? false
        file.tests = reader.entries("tests").map { entry in
            var test = RuleTestReader(
                reader.nestedReader(entry, title: "a test"),
                entry.mark?.line,
                places
            )
            let result = test.read()
            reader.absorb(test.finish())
            return result
        }
        let problems = reader.finish().sorted { ($0.line, $0.column) < ($1.line, $1.column) }
        guard problems.isEmpty else { throw .configuration(problems) }
        return file
    }
}

extension MappingReader {
    /// The entries of a list, which need not be there.
    mutating func entries(_ key: String) -> [Node] {
        guard let node = node(key), !node.isNothing else { return [] }
        guard let entries = node.sequence else {
            note(node, "`\(key)` has to be a list")
            return []
        }
        return Array(entries)
    }
}
