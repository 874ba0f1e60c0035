internal import D8SModel

/// Runs the tests of one file as `promtool test rules` does: rules are evaluated at each interval,
/// one group after the other, on samples that are not later than the evaluation.
package struct RuleTestRun: Sendable {
    private let file: RuleTestFile
    private let groups: [RuleGroup]

    /// More evaluations than this are a mistake in an `eval_time`.
    private static let mostEvaluations = 1_000_000

    /// - Parameters:
    ///   - file: The tests.
    ///   - groups: The groups of its rule files.
    package init(_ file: RuleTestFile, groups: [RuleGroup]) {
        self.file = file
        self.groups = groups
    }

    /// What each test came to, in the order of the file.
    package func results() async -> [RuleTestResult] {
        var results: [RuleTestResult] = []
        for test in file.tests { results.append(await result(of: test)) }
        return results
    }

    private func result(of test: RuleTest) async -> RuleTestResult {
        var result = RuleTestResult(name: test.name, line: test.line)
        result.skipped = test.series.count(where: \.hasNative)
        let last = max(
            test.alerts.map(\.time).max() ?? 0,
            test.expressions.map(\.time).max() ?? 0
        )
        let interval = max(1, file.interval)
        guard last / interval < Self.mostEvaluations else {
            result.failures = [.evaluation(rule: "", time: last, reason: "`eval_time` is too late")]
            return result
        }
        var run = RuleRun(ordered, setting: setting(of: test))
        for time in stride(from: 0, through: last, by: Int64.Stride(interval)) {
            run.end = test.start.milliseconds + time
            for group in run.groups.indices { await run.evaluate(group: group, at: run.end) }
            let failures = run.failures(at: time)
            guard failures.isEmpty else {
                result.failures += failures
                return result
            }
            for expected in test.alerts
            where time <= expected.time && expected.time < time + interval {
                await check(expected, run, &result)
            }
        }
        for expected in test.expressions { await check(expected, run, test, &result) }
        return result
    }

    /// Groups that are not named in the order come first, in the order of their files.
    private var ordered: [RuleGroup] {
        let places = Dictionary(file.groupOrder.enumerated().map { ($1, $0 + 1) }) { first, _ in
            first
        }
        return groups.enumerated()
            .sorted {
                let left = places[$0.element.name] ?? 0, right = places[$1.element.name] ?? 0
                return (left, $0.offset) < (right, $1.offset)
            }
            .map(\.element)
    }

    private func setting(of test: RuleTest) -> RuleSetting {
        let step = test.interval ?? file.interval
        let columns = test.series.map { $0.column(from: test.start.milliseconds, step: step) }
        var engine = EngineSettings()
        engine.subqueryStep = file.interval
        let settings = engine
        var setting = RuleSetting(storage: MemoryStorage(columns)) {
            EmbeddedEngine($0, settings: settings)
        }
        setting.externalURL = test.externalURL
        setting.externalLabels = Dictionary(test.externalLabels.map { ($0.name, $0.value) }) {
            $1
        }
        setting.alwaysRecordsAlerts = true
        return setting
    }

    private func check(
        _ expected: ExpectedAlerts,
        _ run: RuleRun,
        _ result: inout RuleTestResult
    ) async {
        let found = await run.firing(expected.name).sorted()
        let wanted = expected.alerts.sorted()
        guard found != wanted else { return }
        result.failures.append(
            .alerts(name: expected.name, time: expected.time, expected: wanted, found: found)
        )
    }

    private func check(
        _ expected: ExpectedSamples,
        _ run: RuleRun,
        _ test: RuleTest,
        _ result: inout RuleTestResult
    ) async {
        guard !expected.samples.contains(where: \.isNative) else {
            result.skipped += 1
            return
        }
        let time = Instant(milliseconds: test.start.milliseconds + expected.time)
        let wanted = expected.samples.sorted { $0.series < $1.series }
        do throws(QueryError) {
            let answer = try await run.setting.engine(run.storage)
                .instant(expected.expression, at: time)
            let found = try Self.samples(answer.value).sorted { $0.series < $1.series }
            guard !isSame(found, wanted) else { return }
            result.failures.append(
                .samples(
                    expression: expected.expression,
                    time: expected.time,
                    expected: wanted,
                    found: found
                )
            )
        } catch {
            result.failures.append(
                .expression(expected.expression, time: expected.time, reason: error.reason)
            )
        }
    }

    private static func samples(
        _ value: QueryValue
    ) throws(QueryError) -> [ExpectedSamples.Sample] {
        switch value {
        case .vector(let samples):
            samples.map { ExpectedSamples.Sample(series: $0.series, value: $0.value) }
        case .scalar(_, let value):
            [ExpectedSamples.Sample(series: Series(metric: ""), value: value)]
        case .string, .matrix:
            throw .evaluation(reason: "rule result is not a vector or scalar")
        }
    }

    private func isSame(
        _ found: [ExpectedSamples.Sample],
        _ wanted: [ExpectedSamples.Sample]
    ) -> Bool {
        found.count == wanted.count
            && zip(found, wanted).allSatisfy {
                $0.series == $1.series && isSame($0.value, $1.value)
            }
    }

    /// Two that are no numbers are the same: nothing else could be expected of them.
    private func isSame(_ left: Double, _ right: Double) -> Bool {
        if left == right || left.isNaN && right.isNaN { return true }
        return file.isFuzzy && (left.nextUp == right || left.nextDown == right)
    }
}

extension RuleRun {
    /// The rules that have failed, in the order of the groups.
    fileprivate func failures(at time: Int64) -> [RuleTestFailure] {
        groups.joined().compactMap(\.failure).map {
            .evaluation(rule: $0.rule, time: time, reason: $0.reason)
        }
    }

    /// The alerts of this name that fire.
    fileprivate func firing(_ name: String) async -> [FiringAlert] {
        var firing: [FiringAlert] = []
        for state in groups.joined() where state.rule.name == name {
            for (identity, alert) in state.tracker?.active ?? [:] where alert.state == .firing {
                firing.append(
                    FiringAlert(
                        labels: Series(metric: "", labels: identity.labels),
                        annotations: await annotations(of: alert, by: state.rule)
                    )
                )
            }
        }
        return firing
    }
}

extension FiringAlert: Comparable {
    package static func < (left: FiringAlert, right: FiringAlert) -> Bool {
        if left.labels != right.labels { return left.labels < right.labels }
        return left.annotationSeries < right.annotationSeries
    }

    private var annotationSeries: Series { Series(metric: "", labels: annotations) }
}
