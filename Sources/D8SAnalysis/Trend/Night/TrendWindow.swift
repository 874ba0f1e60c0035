package import D8SModel

/// The weeks that a night's look at trends goes back, by the hour.
package struct TrendWindow: Hashable, Sendable {
    /// Milliseconds from one value to the next.
    package static let step: Int64 = 3_600_000
    /// Days that are looked at.
    package static let days: Int64 = 28
    /// Values of the last night, which is what can be odd.
    static let night = 24
    /// A shift or a slope is news for so many steps.
    static let news = 7 * 24
    /// Fewest values that say anything: half of the time.
    static let fewest = Int(days) * 12

    package let end: Instant

    package init(end: Instant) {
        self.end = end
    }

    package var start: Instant { end.adding(seconds: -Double(Self.days) * 86_400) }

    var count: Int { Int(Self.days) * 24 + 1 }

    func time(_ index: Int) -> Instant {
        Instant(milliseconds: start.milliseconds + Int64(index) * Self.step)
    }

    /// The values of a line at every step, NaN where it has none.
    func values(of line: MeasureReading.Line) -> [Double] {
        var values = [Double](repeating: .nan, count: count)
        let start = start.milliseconds
        for (time, value) in zip(line.times, line.values) where value.isFinite {
            let index = Int((time - start) / Self.step)
            if values.indices.contains(index) { values[index] = value }
        }
        return values
    }
}
