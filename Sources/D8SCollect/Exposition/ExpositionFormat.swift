/// A text form in which metrics are exposed.
package enum ExpositionFormat: String, Hashable, Sendable, CaseIterable {
    /// Prometheus' text format 0.0.4: blanks where one likes, times in milliseconds, `untyped`.
    case text
    /// OpenMetrics 1.0: one blank between parts, times in seconds, `# EOF` at the end.
    case openMetrics

    /// The format that an answer's `Content-Type` names.
    ///
    /// Everything else is read as text 0.0.4, as Prometheus 2 does. Nil for the binary formats,
    /// which nobody asked for.
    package init?(contentType: String?) {
        let type = (contentType ?? "").prefix { $0 != ";" }.lowercased().trimmedOfSpaces
        switch type {
        case "application/openmetrics-text": self = .openMetrics
        case "application/openmetrics-protobuf", "application/vnd.google.protobuf": return nil
        default: self = .text
        }
    }

    /// The format of a file whose last bytes these are: OpenMetrics ends with the line `# EOF`.
    package init(ending: some BidirectionalCollection<UInt8>) {
        let last = ending.last == .newline ? ending.dropLast() : ending[...]
        let line = last.suffix(5)
        let isWhole =
            line.elementsEqual(Self.end) && last.dropLast(5).last.map { $0 == .newline } ?? true
        self = isWhole ? .openMetrics : .text
    }

    /// The line `# EOF`.
    static let end = Array("# EOF".utf8)
}
