package import D8SModel

/// A series with its values in the expanding notation of Prometheus' test files:
/// `up{job="a"}` with `1+2x3 _ stale`.
package struct SeriesNotation: Hashable, Sendable {
    package let series: Series
    /// One for each interval from the start on; nil where there is no sample.
    package let values: [Double?]
    /// Whether some values are native histograms, which are left out.
    package let hasNative: Bool

    /// More values of one series than this are a mistake, or hostile.
    private static let longest = 10_000_000

    /// - Throws: `QueryError.syntax` for a series that is none, `.evaluation` for values that are
    ///   none, `.tooMuch` for too many.
    package init(series: String, values: String) throws(QueryError) {
        self.series = try Self.series(series)
        var all: [Double?] = [], hasNative = false
        for word in Self.words(values) {
            guard let run = NotedRun(word) else {
                throw .evaluation(reason: "`\(word)` is no value such as 1, 0+1x10, _x3 or stale")
            }
            guard run.count <= Self.longest, all.count + run.count <= Self.longest else {
                throw .tooMuch(what: "values", count: run.count, limit: Self.longest)
            }
            hasNative = hasNative || run.isNative
            all += run.values
        }
        self.values = all
        self.hasNative = hasNative
    }

    /// A metric's name with labels, or only labels: `up{job="a"}`, `{job="a"}`, nothing.
    ///
    /// - Throws: `QueryError.syntax` if it is none.
    package static func series(_ text: String) throws(QueryError) -> Series {
        guard let first = text.firstIndex(where: { !" \t\r\n".contains($0) }) else {
            return Series(metric: "")
        }
        if text[first...].filter({ !" \t\r\n".contains($0) }) == "{}" { return Series(metric: "") }
        guard case .selector(let selector) = try read(text).kind,
            selector.matchers.allSatisfy({ $0.operator == .equal })
        else {
            throw .syntax(expression: text, line: 1, column: 1, reason: "this is no series")
        }
        let labels = selector.matchers.filter { $0.label != "__name__" }
        return Series(
            metric: selector.name ?? "",
            labels: labels.map { Label($0.label, $0.value) }
        )
    }

    private static func read(_ text: String) throws(QueryError) -> Expression {
        do throws(SyntaxFault) {
            var parser = ExpressionParser(tokens: try Lexer.tokens(of: text))
            return try parser.whole()
        } catch {
            throw error.error(in: text)
        }
    }

    /// What stands between blanks; blanks in the braces of a histogram do not count.
    private static func words(_ text: String) -> [Substring] {
        var depth = 0
        return text.split { character in
            if character == "{" { depth += 1 }
            if character == "}" { depth -= 1 }
            return depth == 0 && character.isWhitespace
        }
    }

    /// The samples from a start on.
    func column(from start: Int64, step: Int64) -> SampleColumn {
        var times: [Int64] = [], kept: [Double] = []
        for (number, value) in values.enumerated() {
            guard let value else { continue }
            times.append(start + Int64(number) * step)
            kept.append(value)
        }
        return SampleColumn(series: series, times: times, values: kept)
    }
}
