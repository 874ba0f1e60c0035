package import D8SModel

/// Which series are meant: `node_cpu_*`, `up{job="node"}`, `{device!="lo*"}`.
///
/// A name, then matchers of labels in braces, either of which may be left out. `*` stands for any
/// text and `?` for any character, in names and values; all matchers have to hold. A label that a
/// series lacks has the empty value.
package struct SeriesPattern: Hashable, Sendable {
    struct Matcher: Hashable, Sendable {
        var label: String
        var isNegative: Bool
        var value: [Unicode.Scalar]
    }

    let name: [Unicode.Scalar]?
    let matchers: [Matcher]

    /// Reads a pattern; nil if it is none.
    package init?(_ text: String) {
        let name = text.prefix { $0 != "{" }
        let braces = text[name.endIndex...]
        let pattern = name.trimmingWhitespace
        guard !pattern.contains(where: \.isWhitespace), !(pattern.isEmpty && braces.isEmpty) else {
            return nil
        }
        self.name = pattern.isEmpty ? nil : Array(pattern.unicodeScalars)
        guard let matchers = braces.isEmpty ? [] : Self.matchers(braces) else { return nil }
        self.matchers = matchers
    }

    package func matches(_ series: Series) -> Bool {
        if let name, !Self.matches(name[...], Array(series.metric.unicodeScalars)[...]) {
            return false
        }
        guard !matchers.isEmpty else { return true }
        let labels = series.labels
        return matchers.allSatisfy { matcher in
            let value = labels.first { $0.name == matcher.label }?.value ?? ""
            let isLike = Self.matches(matcher.value[...], Array(value.unicodeScalars)[...])
            return isLike != matcher.isNegative
        }
    }

    /// Goes back to the last `*` only, so that the time is bounded by the product of the lengths.
    private static func matches(
        _ pattern: ArraySlice<Unicode.Scalar>,
        _ text: ArraySlice<Unicode.Scalar>
    ) -> Bool {
        var rest = pattern, left = text
        var retry: (pattern: ArraySlice<Unicode.Scalar>, text: ArraySlice<Unicode.Scalar>)?
        while let scalar = left.first {
            if rest.first == "*" {
                rest.removeFirst()
                retry = (rest, left)
            } else if let wanted = rest.first, wanted == "?" || wanted == scalar {
                rest.removeFirst()
                left.removeFirst()
            } else if let (pattern, text) = retry {
                rest = pattern
                left = text.dropFirst()
                retry = (rest, left)
            } else {
                return false
            }
        }
        return rest.allSatisfy { $0 == "*" }
    }

    /// Reads `{label="value", other!="value"}`; nil if it is not like that.
    private static func matchers(_ text: Substring) -> [Matcher]? {
        let text = text.trimmingWhitespace
        guard text.last == "}" else { return nil }
        var rest = text.dropFirst().dropLast().trimmingWhitespace
        var matchers: [Matcher] = []
        while !rest.isEmpty {
            let label = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
            rest = rest[label.endIndex...].trimmingWhitespace
            let isNegative = rest.hasPrefix("!=")
            guard !label.isEmpty, isNegative || rest.hasPrefix("=") else { return nil }
            rest = rest.dropFirst(isNegative ? 2 : 1).trimmingWhitespace
            guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") else {
                return nil
            }
            let value = rest[rest.index(after: rest.startIndex)..<end]
            matchers.append(
                Matcher(
                    label: String(label),
                    isNegative: isNegative,
                    value: Array(value.unicodeScalars)
                )
            )
            rest = rest[end...].dropFirst().trimmingWhitespace
            guard rest.isEmpty || rest.first == "," else { return nil }
            rest = rest.dropFirst().trimmingWhitespace
        }
        return matchers
    }
}

extension Substring {
    fileprivate var trimmingWhitespace: Substring {
        var text = self
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
