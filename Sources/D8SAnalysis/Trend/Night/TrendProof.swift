import D8SModel

/// The evidence of an item about the last weeks of a measure.
struct TrendProof {
    let finding: TrendFinding
    let words: TrendWords

    private var sign: TrendSign { finding.sign }
    private var window: TrendWindow { finding.window }
    private var measure: PackMeasure { sign.measure }

    var evidence: Evidence {
        Evidence(
            series: course,
            method: method,
            considered: [
                "the night against its hour and weekday, the level, the spread and the slope, of "
                    + "every series that is judged by the hour"
            ],
            data:
                "\(sign.values.count(where: \.isFinite)) of \(sign.values.count) hours of 28 days "
                + "are known; p \(sign.p < 1e-9 ? "< 1e-9" : finding.format.number(sign.p)), "
                + "\(finding.format.count(finding.tests, "test")) in the night",
            commands: [query, "d8s trend chart.csv --direction \(measure.name.harm.rawValue)"]
        )
    }

    private var query: String {
        let text = PackQuery(PackQuery(measure.query).oneLine).text(window: sign.rateWindow)
            .split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
        return "d8s query '\(text)' --start \(window.start) --end \(window.end) --step 1h"
    }

    private var method: String {
        let all = "Benjamini and Hochberg over all tests of the night at one in 75 nights"
        switch sign.kind {
        case .odd:
            return
                "robust residual of hour of day and of week, by single hours (conformal p with a "
                + "generalized Pareto tail), by rows of hours of which each is foretold by those "
                + "before it, and by the day's course; \(all)"
        case .shift:
            return "ranks of what each hour adds to those before it, without the seasons; "
                + "Bonferroni over all places; \(all)"
        case .spread:
            return
                "means of a day's roots of each hour's distance from what those before it foretell, "
                + "without seasons and weekdays, by Student's t; Bonferroni over the days; \(all)"
        case .creep:
            return
                "Mann and Kendall's test of the means of days, plain and corrected by Hamed and "
                + "Rao, and a line with noise that remembers, of which the weakest counts; Sen's "
                + "slope; \(all)"
        }
    }

    private var course: EvidenceSeries {
        let points = sign.values.enumerated().map { index, value in
            EvidenceSeries.Point(time: window.time(index), value: value.isFinite ? value : nil)
        }
        var change: Instant?
        if case .creep = sign.kind {} else { change = finding.since }
        return EvidenceSeries(
            title: "\(measure.name.title) of \(sign.pack.entity.entity(of: sign.series).name)",
            unit: measure.name.unit,
            points: points,
            limits: measure.thresholds.filter { $0.severity > .info },
            change: change,
            expected: expected
        )
    }

    private var expected: ExpectedCourse? {
        switch sign.kind {
        case .shift, .spread: return nil
        case .odd:
            let start = sign.values.count - sign.scores.count
            let points = sign.scores.enumerated().compactMap {
                index,
                score -> ExpectedCourse.Point? in
                guard let value = score.expected else { return nil }
                return ExpectedCourse.Point(
                    time: window.time(start + index),
                    value: value,
                    outer: Self.interval(score.lower, score.upper)
                )
            }
            return ExpectedCourse(label: "usual", points: points)
        case .creep:
            guard let forecast = sign.forecast else { return nil }
            let points = forecast.mean.indices.map { step in
                ExpectedCourse.Point(
                    time: window.time(sign.values.count + step),
                    value: forecast.mean[step],
                    inner: Interval(
                        low: forecast.lower80[step],
                        high: forecast.upper80[step],
                        confidence: 0.8
                    ),
                    outer: Self.interval(forecast.lower95[step], forecast.upper95[step])
                )
            }
            return ExpectedCourse(label: "expected", points: points)
        }
    }

    private static func interval(_ low: Double?, _ high: Double?) -> Interval? {
        guard let low, let high else { return nil }
        return Interval(low: low, high: high)
    }
}
