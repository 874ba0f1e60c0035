import D8SModel

/// The alerts that fired when the source was last read, as the text of a cursor: a line each, since
/// when in milliseconds and the series' key in base64.
enum FiringAlerts {
    static func encoded(_ alerts: [Series: Instant]) -> String {
        alerts.sorted { $0.key < $1.key }
            .map { "\($0.value.milliseconds) \(Base64.encoded($0.key.key))" }
            .joined(separator: "\n")
    }

    /// What cannot be read is left out.
    static func decoded(_ text: String?) -> [Series: Instant] {
        let lines = (text ?? "").split(separator: "\n")
        let alerts = lines.compactMap { line -> (Series, Instant)? in
            let words = line.split(separator: " ")
            guard words.count == 2, let time = Int64(words[0]),
                let key = Base64.decoded(String(words[1]))
            else { return nil }
            return (Series(key: key), Instant(milliseconds: time))
        }
        return Dictionary(alerts) { _, last in last }
    }
}
