internal import D8SModel

extension RuleTestFailure {
    /// What was expected and what was found, line by line.
    ///
    /// What is on both sides is not repeated; `-` is missing, `+` is too much.
    package var lines: [String] {
        switch self {
        case .evaluation(let rule, let time, let reason):
            ["rule \(rule) at \(Self.text(time)): \(reason)"]
        case .expression(let expression, let time, let reason):
            ["\(Self.oneLine(expression)) at \(Self.text(time)): \(reason)"]
        case .alerts(let name, let time, let expected, let found):
            ["alert \(name) at \(Self.text(time)):"]
                + Self.difference(expected.map(\.lines), found.map(\.lines))
        case .samples(let expression, let time, let expected, let found):
            ["\(Self.oneLine(expression)) at \(Self.text(time)):"]
                + Self.difference(expected.map { [$0.text] }, found.map { [$0.text] })
        }
    }

    private static func difference(_ expected: [[String]], _ found: [[String]]) -> [String] {
        var left = found, missing: [[String]] = []
        for entry in expected {
            if let place = left.firstIndex(of: entry) {
                left.remove(at: place)
            } else {
                missing.append(entry)
            }
        }
        let same = expected.count - missing.count
        return missing.flatMap { marked("-", $0) } + left.flatMap { marked("+", $0) }
            + (same > 0 ? ["  \(same) as expected"] : [])
    }

    private static func marked(_ sign: String, _ lines: [String]) -> [String] {
        lines.enumerated().map { $0 == 0 ? "  \(sign) \($1)" : "  \(sign)   \($1)" }
    }

    private static func text(_ time: Int64) -> String { PromDuration.text(time) }

    private static func oneLine(_ expression: String) -> String {
        expression.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension FiringAlert {
    fileprivate var lines: [String] {
        [labels.description] + annotations.map { "\($0.name): \($0.value)" }
    }
}

extension ExpectedSamples.Sample {
    fileprivate var text: String {
        isNative ? "\(series) {{…}}" : "\(series) \(NumberText.answer(value))"
    }
}
