import D8SCollect
import Yams

extension MappingReader {
    /// A reference to a secret: `${NAME}` or `file:PATH`; the secret itself is refused, and not
    /// shown.
    mutating func secret(_ key: String, in folder: String) -> Secret? {
        guard let node = node(key) else { return nil }
        guard let secret = node.string.flatMap({ Secret(reference: $0, in: folder) }) else {
            note(
                node,
                "`\(key)` has to say where the secret is, ${NAME} for an environment variable or "
                    + "file:PATH; a secret is never written into this file"
            )
            return nil
        }
        return secret
    }
}

extension Secret {
    /// Reads `${NAME}` or `file:PATH`; nil for anything else.
    init?(reference: String, in folder: String) {
        if reference.hasPrefix("file:"), reference.count > 5 {
            self = .file(FilePath.absolute(String(reference.dropFirst(5)), in: folder))
            return
        }
        guard reference.hasPrefix("${"), reference.hasSuffix("}") else { return nil }
        let name = reference.dropFirst(2).dropLast()
        let isName = name.utf8.allSatisfy { byte in
            byte == UInt8(ascii: "_") || (byte | 0x20) &- UInt8(ascii: "a") < 26
                || byte &- UInt8(ascii: "0") < 10
        }
        guard isName, !name.isEmpty else { return nil }
        self = .environment(String(name))
    }
}
