import Yams

/// The first step of every YAML file: text to nodes, with errors that name the line.
enum YAMLText {
    /// The mapping in this text; an empty text is an empty mapping.
    ///
    /// - Throws: `CommandError.configuration` if the text is no YAML.
    static func mapping(_ text: String, file: String) throws(CommandError) -> Node {
        do {
            return try compose(yaml: text) ?? Node.mapping(Node.Mapping([]))
        } catch let error as YamlError {
            throw .configuration([problem(error, file: file)])
        } catch {
            throw .configuration([
                ConfigurationProblem(file: file, line: 1, column: 1, reason: "\(error)")
            ])
        }
    }

    /// The text in double quotes, safe as a YAML value on one line.
    static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            default: scalar.properties.generalCategory == .control ? " " : String(scalar)
            }
        }
        return "\"" + escaped.joined() + "\""
    }

    private static func problem(_ error: YamlError, file: String) -> ConfigurationProblem {
        switch error {
        case .scanner(_, let reason, let mark, _), .parser(_, let reason, let mark, _),
            .composer(_, let reason, let mark, _):
            ConfigurationProblem(
                file: file,
                line: mark.line,
                column: mark.column,
                reason: "this is not YAML: \(reason)"
            )
        default:
            ConfigurationProblem(file: file, line: 1, column: 1, reason: "not YAML: \(error)")
        }
    }
}
