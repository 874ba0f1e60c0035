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
            default: isPlain(scalar) ? String(scalar) : code(of: scalar)
            }
        }
        return "\"" + escaped.joined() + "\""
    }

    /// Whether the character may stand in the file as it is: it is seen, and moves nothing else.
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse:
            false
        default: true
        }
    }

    /// `\u200B`, `\U0001F600`.
    private static func code(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let width = digits.count > 4 ? 8 : 4
        return (width == 8 ? "\\U" : "\\u") + String(repeating: "0", count: width - digits.count)
            + digits
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
        case .duplicatedKeysInMapping(let duplicates, let context):
            ConfigurationProblem(
                file: file,
                line: context.mark.line,
                column: context.mark.column,
                reason: duplicates.sorted().map { "`\($0)` is there twice; keep one" }
                    .joined(separator: "; ")
            )
        default:
            ConfigurationProblem(file: file, line: 1, column: 1, reason: "not YAML: \(error)")
        }
    }
}
