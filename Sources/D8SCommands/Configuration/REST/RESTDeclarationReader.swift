import D8SCollect
import Yams

/// Reads the declaration of an API; templates/sources/github.yaml explains its form.
struct RESTDeclarationReader {
    let file: String
    /// The names of the parameters declared so far.
    private(set) var parameters: [String] = []

    /// The declaration in this text.
    ///
    /// - Throws: `CommandError.configuration` with every problem of the file.
    static func read(_ text: String, file: String) throws(CommandError) -> RESTDeclaration {
        var reader = MappingReader(
            try YAMLText.mapping(text, file: file),
            file: file,
            title: "a declaration"
        )
        var declaration = RESTDeclarationReader(file: file)
        let result = declaration.read(&reader)
        let problems = reader.finish()
        guard problems.isEmpty, let result else { throw .configuration(problems) }
        return result
    }

    private mutating func read(_ reader: inout MappingReader) -> RESTDeclaration? {
        let title = reader.string("title")
        let declared = declared(&reader)
        let name = template(&reader, "name"), base = template(&reader, "base")
        let headers = headers(&reader)
        let requests = requests(&reader)
        guard let title, let name, let base, !requests.isEmpty else {
            reader.noteMissing("a declaration needs `title`, `name`, `base` and `requests`")
            return nil
        }
        return RESTDeclaration(
            title: title,
            name: name,
            parameters: declared,
            base: base,
            headers: headers,
            requests: requests
        )
    }

    private mutating func declared(
        _ reader: inout MappingReader
    ) -> [RESTDeclaration.Parameter] {
        guard let node = reader.node("parameters") else { return [] }
        var table = MappingReader(node, file: file, title: "`parameters`")
        var result: [RESTDeclaration.Parameter] = []
        for name in table.keys {
            guard let node = table.node(name) else { continue }
            if RESTTime(rawValue: name) != nil || name == "cursor" || !Self.isName(name) {
                table.note(node, "a parameter cannot be called `\(name)`; choose another name")
            }
            var entry = MappingReader(node, file: file, title: "a parameter")
            let value = entry.node("default").flatMap { template(&entry, $0, "default") }
            let description = entry.string("description") ?? ""
            table.absorb(entry.finish())
            result.append(.init(name: name, value: value, description: description))
            parameters.append(name)
        }
        reader.absorb(table.finish())
        return result
    }

    private static func isName(_ name: String) -> Bool {
        name.first?.isLetter == true
            && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    }

    private func headers(_ reader: inout MappingReader) -> [RESTDeclaration.Header] {
        guard let node = reader.node("headers") else { return [] }
        var table = MappingReader(node, file: file, title: "`headers`")
        var result: [RESTDeclaration.Header] = []
        for name in table.keys {
            guard let value = template(&table, name) else { continue }
            result.append(.init(name, value))
        }
        reader.absorb(table.problems)
        return result
    }

    // MARK: Templates

    /// A text that may hold parameters and nothing else.
    func template(_ reader: inout MappingReader, _ key: String) -> RESTTemplate? {
        guard let node = reader.node(key),
            let result = template(&reader, node, key)
        else { return nil }
        if result.pieces.contains(where: Self.isNoParameter) {
            reader.note(node, "`\(key)` can hold parameters only, no times, rows or cursors")
        }
        return result
    }

    /// A text with any placeholders.
    func template(
        _ reader: inout MappingReader,
        _ node: Node,
        _ key: String
    ) -> RESTTemplate? {
        guard let text = node.string else {
            reader.note(node, "`\(key)` has to be a text")
            return nil
        }
        do throws(RESTSyntaxFault) {
            let result = try RESTTemplate(text)
            for name in result.parameters where !parameters.contains(name) {
                let known = parameters + RESTTime.allCases.map(\.rawValue) + ["cursor"]
                let mend = NearestName.of(name, among: known).map { "did you mean `{\($0)}`?" }
                reader.note(
                    node,
                    "there is no parameter `{\(name)}`; "
                        + (mend ?? "a brace that is meant as such is written {{")
                )
            }
            return result
        } catch {
            reader.note(node, "`\(key)` cannot be used: \(error.reason)")
            return nil
        }
    }

    private static func isNoParameter(_ piece: RESTTemplate.Piece) -> Bool {
        switch piece {
        case .literal, .parameter: false
        case .time, .cursor, .path: true
        }
    }
}
