import D8SModel

@testable import D8SQuery

/// Compares an answer with what a case expects, as Prometheus' own runner does.
struct TestComparison {
    private let test: TestCase

    init(_ test: TestCase) { self.test = test }

    /// What is wrong; nil if nothing is.
    func fault(_ answer: QueryAnswer) -> String? {
        Self.noted(test, "warn", answer.warnings) ?? Self.noted(test, "info", answer.infos)
            ?? fault(answer.value)
    }

    private func fault(_ value: QueryValue) -> String? {
        switch value {
        case .scalar(_, let value):
            guard let scalar = test.scalar else { return "got the scalar \(value)" }
            return Self.isAlmost(value, scalar) ? nil : "got \(value), expected \(scalar)"
        case .string(_, let text): return text == test.string ? nil : "got the string \(text)"
        case .vector(let samples): return fault(samples) ?? orderFault(samples)
        case .matrix(let all): return fault(all)
        }
    }

    /// What is wrong with the samples of a range at the instant of the case.
    func fault(inRange samples: [InstantSample]) -> String? {
        guard let scalar = test.scalar else { return fault(samples) }
        guard samples.count == 1 else { return "got \(samples.count) series" }
        return Self.isAlmost(samples[0].value, scalar) ? nil : "got \(samples[0].value)"
    }

    private func fault(_ samples: [InstantSample]) -> String? {
        var expected: [Series: TestSeries.Value] = [:]
        for series in test.series { expected[series.series] = series.values.first }
        for sample in samples {
            guard case .number(let number) = expected.removeValue(forKey: sample.series) else {
                return "unexpected \(sample.series) \(sample.value)"
            }
            guard Self.isAlmost(sample.value, number) else {
                return "\(sample.series) is \(sample.value), expected \(number)"
            }
        }
        return expected.keys.min().map { "missing \($0)" }
    }

    private func orderFault(_ samples: [InstantSample]) -> String? {
        guard test.expects("ordered") else { return nil }
        let order = samples.map(\.series)
        return order == test.series.map(\.series) ? nil : "order is \(order)"
    }

    private func fault(_ all: [RangeSeries]) -> String? {
        var expected: [Series: TestSeries] = [:]
        for series in test.series { expected[series.series] = series }
        for series in all {
            guard let wanted = expected.removeValue(forKey: series.series) else {
                return "unexpected \(series.series) \(series.values)"
            }
            var points: [Int64: Double] = [:]
            for (place, value) in wanted.values.enumerated() {
                if case .number(let number) = value { points[test.range.time(place)] = number }
                if case .native = value { return "a native histogram is expected" }
            }
            let isSame =
                points.count == series.times.count
                && zip(series.times, series.values).allSatisfy { time, value in
                    points[time].map { Self.isAlmost($0, value) } ?? false
                }
            if !isSame { return "\(series.series) is \(series.values)" }
        }
        return expected.keys.min().map { "missing \($0)" }
    }

    // MARK: Notes and errors

    private static func noted(_ test: TestCase, _ kind: String, _ said: [String]) -> String? {
        if test.expects("no_\(kind)"), let first = said.first { return "unexpected: \(first)" }
        guard let matches = test.expectations[kind] else { return nil }
        return fault(matches, said, kind)
    }

    static func fault(_ matches: [TestCase.Match], _ said: [String], _ kind: String) -> String? {
        if said.isEmpty { return "no \(kind) was given" }
        for match in matches where !said.contains(where: { Self.matches($0, match) }) {
            return "no \(kind) is \(match), but \(said)"
        }
        for text in said where !matches.contains(where: { Self.matches(text, $0) }) {
            return "unexpected \(kind): \(text)"
        }
        return nil
    }

    private static func matches(_ text: String, _ match: TestCase.Match) -> Bool {
        switch match {
        case .any: true
        case .message(let message): text == message
        case .pattern(let pattern):
            (try? LabelPattern(".*(?:\(pattern)).*"))?.matches(Array(text.utf8)) ?? false
        }
    }

    static func sentence(_ error: QueryError) -> String {
        switch error {
        case .syntax(_, let line, let column, let reason): "\(line):\(column): \(reason)"
        default: error.description
        }
    }

    /// Equal within a millionth (Prometheus' `almost.Equal`).
    static func isAlmost(_ left: Double, _ right: Double) -> Bool {
        if left.isNaN || right.isNaN { return left.isNaN && right.isNaN }
        if left == right { return true }
        let sum = left.magnitude + right.magnitude
        let difference = (left - right).magnitude
        if left == 0 || right == 0 || sum < .leastNormalMagnitude {
            return difference < 1e-6 * .leastNormalMagnitude
        }
        return difference / min(sum, .greatestFiniteMagnitude) < 1e-6
    }
}
