package import D8SModel

/// The instants at which an expression is evaluated: from a start by steps up to an end.
package struct QueryRange: Hashable, Sendable {
    package let start: Instant
    /// Evaluated too if a step falls on it.
    package let end: Instant
    /// Milliseconds, at least 1.
    package let step: Int64

    package init(start: Instant, end: Instant, step: Int64) {
        self.start = start
        self.end = end
        self.step = max(1, step)
    }

    /// How many instants there are; 0 if the end is before the start.
    package var count: Int {
        let (length, isTooLong) =
            end.milliseconds.subtractingReportingOverflow(start.milliseconds)
        guard !isTooLong else { return start < end ? .max : 0 }
        return length < 0 ? 0 : Int(clamping: length / step + 1)
    }

    /// The instant of this number, from 0, in milliseconds since 1970.
    package func time(_ number: Int) -> Int64 { start.milliseconds + Int64(number) * step }
}
