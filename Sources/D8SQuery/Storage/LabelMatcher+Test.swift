internal import D8SModel

extension LabelMatcher {
    /// Whether a series without the label passes; false for a pattern that is none.
    package var matchesEmpty: Bool { (try? test()).map { $0([]) } ?? false }

    /// What tells whether a value, in UTF-8, passes; no value is the same as an empty one.
    func test() throws(RegexFault) -> @Sendable (ArraySlice<UInt8>) -> Bool {
        let bytes = Array(value.utf8)
        switch `operator` {
        case .equal: return { $0.elementsEqual(bytes) }
        case .notEqual: return { !$0.elementsEqual(bytes) }
        case .matches:
            let pattern = try LabelPattern(value)
            return { pattern.matches($0) }
        case .doesNotMatch:
            let pattern = try LabelPattern(value)
            return { !pattern.matches($0) }
        }
    }
}

extension SeriesSelector {
    /// A selector of the series that pass all matchers.
    ///
    /// - Throws: `QueryError.evaluation` if a pattern is no regular expression of RE2.
    package init(_ matchers: [LabelMatcher]) throws(QueryError) {
        var tests: [(name: [UInt8], passes: @Sendable (ArraySlice<UInt8>) -> Bool)] = []
        for matcher in matchers {
            do throws(RegexFault) {
                tests.append((Array(matcher.label.utf8), try matcher.test()))
            } catch {
                throw .evaluation(reason: error.sentence)
            }
        }
        let all = tests
        self.init(matchers: matchers) { series in
            all.allSatisfy { $0.passes(series.bytes(of: $0.name)) }
        }
    }
}
