import ArgumentParser
import D8SModel
import D8SQuery

/// At which instants an expression is asked for.
struct QueryTimeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The instant to ask about; now if none is named.", valueName: "time")
    )
    var time: QueryTime?

    @Option(help: ArgumentHelp("Where a range begins.", valueName: "time"))
    var start: QueryTime?

    @Option(help: ArgumentHelp("Where a range ends; now if it is not named.", valueName: "time"))
    var end: QueryTime?

    @Option(
        help: ArgumentHelp(
            "The step of a range: 5m, 1h, or seconds; a 250th of it by default.",
            valueName: "duration"
        )
    )
    var step: String?

    func validate() throws {
        if time != nil, start != nil || end != nil || step != nil {
            throw ValidationError(
                "--time asks for one instant; --start, --end and --step for many."
            )
        }
        if start == nil, end != nil || step != nil {
            throw ValidationError("a range needs --start, for example --start now-1d.")
        }
        if let step, Self.milliseconds(step) == nil {
            throw ValidationError("--step has to be a length of time such as 5m, not \(step).")
        }
    }

    func instant(now: Instant, in zone: Zone) -> Instant {
        time?.instant(now: now, in: zone) ?? now
    }

    /// The range that was asked for; nil if none was.
    func range(now: Instant, in zone: Zone) -> QueryRange? {
        start.map { start in
            let start = start.instant(now: now, in: zone)
            let end = end?.instant(now: now, in: zone) ?? now
            return QueryRange(start: start, end: end, step: length(from: start, to: end))
        }
    }

    /// The day before an instant, for a chart of which nothing else was said.
    func day(before instant: Instant) -> QueryRange {
        let start = instant.adding(seconds: -86_400)
        return QueryRange(start: start, end: instant, step: length(from: start, to: instant))
    }

    private func length(from start: Instant, to end: Instant) -> Int64 {
        if let step, let length = Self.milliseconds(step) { return length }
        return max(1, Int64(end.seconds(since: start) / 250)) * 1000
    }

    private static func milliseconds(_ text: String) -> Int64? {
        let seconds = Double(text) ?? DurationText.seconds(text)
        guard let seconds, seconds >= 0.001, seconds < 1e11 else { return nil }
        return Int64((seconds * 1000).rounded())
    }
}
