extension SeriesFiles.Form {
    /// How a file is written, by its name, else by the beginning of its text.
    ///
    /// A first line with a comma outside of braces is the header of CSV. Of the two text formats,
    /// OpenMetrics ends with `# EOF` and has times in seconds, which are less than 100,000,000,000;
    /// in milliseconds that would be a day of 1973.
    init(of path: String, head: UnsafeBufferPointer<UInt8>) {
        let name = path.hasSuffix(".gz") ? String(path.dropLast(3)) : path
        if name.hasSuffix(".csv") {
            self = .csv
        } else if name.hasSuffix(".om") || name.hasSuffix(".openmetrics") {
            self = .openMetrics
        } else if Self.isTable(head) {
            self = .csv
        } else {
            self = Self.hasSeconds(head) ? .openMetrics : .prometheus
        }
    }

    private static func isTable(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let start = head.firstIndex(where: { !$0.isBlank && !$0.endsLine }) else {
            return false
        }
        let line = head[start...].prefix { !$0.endsLine }
        guard line.first != UInt8(ascii: "#") else { return false }
        return line.prefix { $0 != UInt8(ascii: "{") }.contains(.comma)
    }

    private static func hasSeconds(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
        if ExpositionFormat(ending: head) == .openMetrics { return true }
        for line in head.split(separator: .newline).prefix(10_000) {
            guard line.first != UInt8(ascii: "#") else { continue }
            let name = line.lastIndex(of: UInt8(ascii: "}")).map { line[($0 + 1)...] } ?? line
            let words = name.split { $0.isBlank }
            let isBare = line.last != UInt8(ascii: "}") && !line.contains(UInt8(ascii: "{"))
            guard words.count == (isBare ? 3 : 2), let time = words.last else { continue }
            guard let number = Double(String(decoding: time, as: UTF8.self)) else { continue }
            return abs(number) < Double(TimeText.firstMilliseconds)
        }
        return false
    }
}
