import D8SModel

@testable import D8SQuery

/// Runs a script against the engine.
struct TestRunner {
    /// What became of the cases of a script.
    struct Report {
        var passed = 0
        /// The line of each case that failed, with what was wrong.
        var failed: [String] = []
        /// The line of each case that is out of scope, with the reason.
        var outOfScope: [String] = []
    }

    private var storage = MemoryStorage()
    private var natives: [Series] = []
    private(set) var report = Report()

    static func run(_ script: TestScript) async -> Report {
        var runner = TestRunner()
        for command in script.commands {
            switch command {
            case .clear:
                runner.storage = MemoryStorage()
                runner.natives = []
            case .load(let load):
                runner.storage.add(load.columns)
                runner.natives += load.natives
            case .evaluate(let test): await runner.run(test)
            }
        }
        return runner.report
    }

    private mutating func run(_ test: TestCase) async {
        let fault = await fault(test)
        guard let fault else { return report.passed += 1 }
        if let reason = outOfScope(test) {
            report.outOfScope.append("\(test.line): \(reason): \(test.expression)")
        } else {
            report.failed.append("\(test.line): \(test.expression): \(fault)")
        }
    }

    /// What is wrong with the engine's answer; nil if nothing is.
    private func fault(_ test: TestCase) async -> String? {
        let engine = EmbeddedEngine(storage)
        do throws(QueryError) {
            let answer =
                test.isRange
                ? try await engine.range(test.expression, over: test.range)
                : try await engine.instant(test.expression, at: test.range.start)
            if test.expects("fail") { return "it should fail" }
            if let fault = TestComparison(test).fault(answer) { return fault }
            return try await faultInRange(test, engine)
        } catch {
            let said = TestComparison.sentence(error)
            guard let matches = test.expectations["fail"] else { return said }
            return TestComparison.fault(matches, [said], "fail")
        }
    }

    /// The same instant in the middle of a range has to give the same, but for the range's own
    /// bounds and step.
    private func faultInRange(
        _ test: TestCase,
        _ engine: EmbeddedEngine
    ) async throws(QueryError) -> String? {
        let type = try Expression.parse(test.expression).type
        let bounds = ["start()", "end()", "range()", "step()"]
        guard !bounds.contains(where: test.expression.contains), !test.isRange,
            !test.expects("ordered"), type == .vector || type == .scalar
        else {
            return nil
        }
        let time = test.range.start
        let range = QueryRange(
            start: time.adding(seconds: -60),
            end: time.adding(seconds: 60),
            step: 60_000
        )
        let answer = try await engine.range(test.expression, over: range)
        guard case .matrix(let all) = answer.value else { return "no matrix" }
        let samples = all.compactMap { series in
            series.times.firstIndex(of: time.milliseconds).map {
                InstantSample(series: series.series, time: 0, value: series.values[$0])
            }
        }
        return TestComparison(test).fault(inRange: samples).map { "in a range: \($0)" }
    }

    // MARK: What is left out

    private func outOfScope(_ test: TestCase) -> String? {
        if test.expectsNative { return "native histograms" }
        if let words = Self.experimental(test.expression) { return "experimental (\(words))" }
        guard let expression = try? Expression.parse(test.expression) else { return nil }
        let selectors = expression.selectors
        let touched = natives.contains { series in
            selectors.contains { (try? SeriesSelector($0))?.matches(series) ?? false }
        }
        return touched ? "native histograms" : nil
    }

    /// Syntax and functions behind a feature flag of Prometheus that are not built.
    private static func experimental(_ text: String) -> String? {
        let words = [
            " anchored", " smoothed", "fill(", "fill_left(", "fill_right(", "</", ">/", "info(",
            "limit_ratio(",
        ]
        return words.first(where: text.contains)
    }
}

extension Expression {
    /// The matchers of all selectors within the expression.
    var selectors: [[LabelMatcher]] {
        switch kind {
        case .number, .string: []
        case .selector(let selector), .range(let selector, _): [selector.matchers]
        case .subquery(let subquery): subquery.expression.selectors
        case .parentheses(let inner), .unary(_, let inner): inner.selectors
        case .binary(let operation): operation.left.selectors + operation.right.selectors
        case .aggregation(let aggregation): aggregation.expression.selectors
        case .call(let call): call.arguments.flatMap(\.selectors)
        }
    }
}
