package import D8SModel

extension MonthOutlook {
    /// The days ahead as a picture shows them, from the last known day on.
    package var course: ExpectedCourse? {
        guard !ahead.isEmpty else { return nil }
        let now = ExpectedCourse.Point(time: time(through), value: spent.double)
        let points = ahead.map { step -> ExpectedCourse.Point in
            var range: Interval?
            if let low = step.lower, let high = step.upper {
                range = Interval(low: low, high: high, confidence: 0.8)
            }
            return ExpectedCourse.Point(
                time: time(step.day),
                value: step.expected,
                inner: range
            )
        }
        return ExpectedCourse(label: "expected", points: [now] + points)
    }

    private func time(_ day: Day) -> Instant {
        Instant(milliseconds: Int64(day.number) * 86_400_000)
    }
}
