package import D8SModel

extension MonthOutlook {
    /// The days ahead as a picture shows them, from the last known day on.
    package var course: ExpectedCourse? {
        guard !ahead.isEmpty else { return nil }
        let now = ExpectedCourse.Point(time: through.startInUTC, value: spent.double)
        let points = ahead.map { step -> ExpectedCourse.Point in
            var range: Interval?
            if let low = step.lower, let high = step.upper {
                range = Interval(low: low, high: high, confidence: 0.8)
            }
            return ExpectedCourse.Point(
                time: step.day.startInUTC,
                value: step.expected,
                inner: range
            )
        }
        return ExpectedCourse(label: "expected", points: [now] + points)
    }
}
