import D8SModel

/// A page of node-exporter, read in the plainest way.
struct ExporterPage {
    private(set) var values: [Series: Double] = [:]
    private(set) var helps: [String: String] = [:]
    private(set) var kinds: [String: String] = [:]

    init(_ text: String) {
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
            if line.hasPrefix("# HELP "), words.count == 4 {
                helps[String(words[2])] = String(words[3])
            } else if line.hasPrefix("# TYPE "), words.count == 4 {
                kinds[String(words[2])] = String(words[3])
            } else if !line.hasPrefix("#"), let space = line.lastIndex(of: " ") {
                values[Self.series(line[..<space])] = Double(line[space...].dropFirst())
            }
        }
    }

    /// No value on this page holds a quote, a backslash or a comma behind a quote.
    private static func series(_ text: Substring) -> Series {
        guard let brace = text.firstIndex(of: "{") else { return Series(metric: String(text)) }
        let labels = text[brace...].dropFirst().dropLast().split(separator: "\",").map { part in
            let pair = part.split(separator: "=\"", maxSplits: 1, omittingEmptySubsequences: false)
            let value = pair.count > 1 ? String(pair[1]) : ""
            return Label(String(pair[0]), value.hasSuffix("\"") ? String(value.dropLast()) : value)
        }
        return Series(metric: String(text[..<brace]), labels: labels)
    }
}
