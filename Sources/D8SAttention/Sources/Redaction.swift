/// Text of the outside world made fit for a published page: one short line without secrets.
enum Redaction {
    /// Longer texts are cut here, in characters.
    static let longest = 300

    /// Replaces what looks like a secret by `…`.
    ///
    /// That is: the user information and the query of a URL, the value of `password=`, `token:` and
    /// their like, what follows `Bearer` and `Basic`, and words with the prefix of a known kind of
    /// token. Control characters and characters that turn the direction of writing become spaces.
    static func redacted(_ text: String, to longest: Int = longest) -> String {
        let plain = String(
            String.UnicodeScalarView(
                text.unicodeScalars.prefix(10_000).map { isHarmful($0) ? " " : $0 }
            )
        )
        var words: [String] = []
        var hidesNext = false
        for word in plain.split(separator: " ") {
            let isScheme = ["bearer", "basic"].contains(trimmed(word).lowercased())
            if hidesNext, !isScheme {
                words.append("…")
                hidesNext = false
                continue
            }
            let redacted = redactedWord(word)
            words.append(redacted.text)
            hidesNext = redacted.hidesNext || isScheme
        }
        let line = words.joined(separator: " ")
        return line.count > longest ? String(line.prefix(longest)) + "…" : line
    }

    private static let secretNames = [
        "password", "passwd", "passphrase", "pwd", "secret", "token", "apikey", "api_key",
        "api-key", "access_key", "access-key", "private_key", "private-key", "credential",
        "authorization", "signature", "cookie", "session",
    ]

    private static let tokenPrefixes = [
        "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "xoxb-", "xoxp-", "xoxa-",
        "AKIA", "ASIA", "eyJ", "sk-", "sk_live_", "npm_", "dop_v1_", "hvs.",
    ]

    private static func redactedWord(_ word: Substring) -> (text: String, hidesNext: Bool) {
        if let address = redactedAddress(word) { return (address, false) }
        if let mark = word.firstIndex(where: { $0 == "=" || $0 == ":" }),
            isSecretName(word[..<mark])
        {
            let value = word[word.index(after: mark)...]
            let isBare = trimmed(value).isEmpty
            return (String(word[...mark]) + (isBare ? String(value) : "…"), isBare)
        }
        let bare = trimmed(word)
        let isToken = tokenPrefixes.contains { bare.hasPrefix($0) && bare.count > $0.count + 8 }
        return (isToken ? "…" : String(word), false)
    }

    /// The URL without user information, query and fragment; nil if the word holds none.
    private static func redactedAddress(_ word: Substring) -> String? {
        let bytes = Array(word)
        guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: "://") })
        else { return nil }
        let scheme = String(bytes[..<start]), rest = bytes[(start + 3)...]
        let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
        let host = rest[..<end].lastIndex(of: "@").map { "…" + rest[$0..<end] }
        let tail = rest[end...]
        let cut = tail.firstIndex { "?#".contains($0) }
        return scheme + "://" + (host ?? String(rest[..<end])) + tail[..<(cut ?? tail.endIndex)]
            + (cut == nil ? "" : "?…")
    }

    private static func isSecretName(_ name: Substring) -> Bool {
        let lower = name.lowercased()
        return secretNames.contains { lower.contains($0) }
    }

    /// The word without quotes, brackets and punctuation around it.
    private static func trimmed(_ word: Substring) -> Substring {
        let marks: Set<Character> = ["\"", "'", "`", "(", ")", "[", "]", "{", "}", ",", ";", ":"]
        guard let start = word.firstIndex(where: { !marks.contains($0) }),
            let end = word.lastIndex(where: { !marks.contains($0) })
        else { return "" }
        return word[start...end]
    }

    private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: true
        default: false
        }
    }
}
