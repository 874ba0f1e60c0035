import D8SModel

/// The sentences of an item about the last weeks of a measure.
struct TrendWords {
    let sign: TrendSign
    let window: TrendWindow
    let format: Format

    private var name: String { sign.measure.name.title }
    private var entity: String { sign.pack.entity.entity(of: sign.series).name }
    private var unit: Unit { sign.measure.name.unit }
    private var before: String { format.value(sign.span.before, unit) }
    private var after: String { format.value(sign.span.after, unit) }

    var statements: [Audience: Statement] {
        switch sign.kind {
        case .odd(let anomaly): odd(anomaly)
        case .shift(let shift): shifted(shift)
        case .spread(let shift): spread(shift)
        case .creep(let perDay, let interval): creeping(perDay, interval)
        }
    }

    var actions: [Action] {
        let what =
            switch sign.kind {
            case .odd:
                "See what happened at \(entity) in the night: releases, jobs, load."
            case .spread(let shift):
                "See what changed at \(entity) from \(time(shift.place.lowerBound)) on: releases, "
                    + "settings, load."
            case .shift(let shift):
                "See what changed at \(entity) just before \(time(shift.index)): releases, "
                    + "settings, load."
            case .creep: "See what grows at \(entity), and whether it may."
            }
        return [Action(text: what, impact: .medium, effort: .low)] + runbook
    }

    private var runbook: [Action] {
        sign.measure.runbook.map {
            [Action(text: "Follow \($0).", impact: .medium, effort: .low)]
        } ?? []
    }

    private func odd(_ anomaly: Anomaly) -> [Audience: Statement] {
        let side = anomaly.isHigh ? "high" : "low"
        let course = "\(after) at \(time(anomaly.peak)), where \(before) is usual."
        return [
            .executive: Statement(
                title: "\(name) of \(entity) was unusually \(side)",
                detail: course
            ),
            .devops: Statement(
                title: "\(name) of \(entity) was \(after), usually \(before)",
                detail:
                    "From \(time(anomaly.range.lowerBound)) to \(time(anomaly.range.upperBound))."
            ),
            .analyst: Statement(
                title: "\(name) of \(entity): \(after) against \(before) expected",
                detail: "\(course) \(chance)"
            ),
        ]
    }

    private func spread(_ shift: Shift) -> [Audience: Statement] {
        let side = sign.isRise ? "more" : "less"
        let course = "From hour to hour by \(after), before by \(before)."
        return [
            .executive: Statement(
                title: "\(name) of \(entity) has varied \(side) since \(day(shift.index))",
                detail: course
            ),
            .devops: Statement(
                title: "\(name) of \(entity) varies by \(after) from hour to hour, it was "
                    + before,
                detail: place(shift)
            ),
            .analyst: Statement(
                title: "\(name) of \(entity): the spread changed from \(before) to \(after)",
                detail: "Standard deviations from what the hours before foretell; the effect is "
                    + "\(format.interval(shift.interval, unit)) (95 %). \(chance)"
            ),
        ]
    }

    private func place(_ shift: Shift) -> String {
        guard shift.place.count > 1 else { return "At \(time(shift.index))." }
        return "At \(time(shift.index)), between \(time(shift.place.lowerBound)) and "
            + "\(time(shift.place.upperBound)) with 95 % confidence."
    }

    private func shifted(_ shift: Shift) -> [Audience: Statement] {
        let side = sign.isRise ? "higher" : "lower"
        let interval = format.interval(shift.interval, unit)
        let course = "From \(before) to \(after), and it has stayed there."
        return [
            .executive: Statement(
                title: "\(name) of \(entity) has been \(side) since \(day(shift.index))",
                detail: course
            ),
            .devops: Statement(
                title: "\(name) of \(entity) went from \(before) to \(after)",
                detail: place(shift)
            ),
            .analyst: Statement(
                title: "\(name) of \(entity): the level shifted from \(before) to \(after)",
                detail: "The effect is \(interval) (95 %). \(chance)"
            ),
        ]
    }

    private func creeping(_ perDay: Double, _ interval: Interval) -> [Audience: Statement] {
        let side = sign.isRise ? "rises" : "falls"
        let pace = "By \(format.value(abs(perDay), unit)) a day over 28 days, to \(after) now."
        let range = Interval(
            low: min(abs(interval.low), abs(interval.high)),
            high: max(abs(interval.low), abs(interval.high))
        )
        return [
            .executive: Statement(
                title: "\(name) of \(entity) \(side) day by day",
                detail: [pace, limit].compactMap(\.self).joined(separator: " ")
            ),
            .devops: Statement(
                title: "\(name) of \(entity) \(side), from \(before) to \(after) in four weeks",
                detail: [pace, limit].compactMap(\.self).joined(separator: " ")
            ),
            .analyst: Statement(
                title:
                    "\(name) of \(entity) \(side) by \(format.value(abs(perDay), unit)) a day",
                detail: "Sen's slope \(format.interval(range, unit)) a day (95 %). \(chance)"
            ),
        ]
    }

    /// When it will be at the limit, and how sure that is; nil if that is far.
    private var limit: String? {
        guard let crossing = sign.crossing else { return nil }
        let level = format.value(crossing.threshold.limit, unit)
        let early = crossing.early.map { ", at the earliest on \(ahead($0))" } ?? ""
        return
            "It is expected to reach the limit of \(level) on \(ahead(crossing.expected))\(early)."
    }

    private var chance: String {
        let p = sign.p < 1e-9 ? "under 0.000000001" : format.number(sign.p)
        return "The probability of as clear a sign in a series that has none is \(p)."
    }

    private func time(_ index: Int) -> String {
        format.dateTime(window.time(index), reference: window.end)
    }

    private func day(_ index: Int) -> String {
        format.date(window.time(index), reference: window.end)
    }

    private func ahead(_ steps: Int) -> String {
        let seconds = Double(steps) * Double(TrendWindow.step) / 1000
        return format.date(window.end.adding(seconds: seconds), reference: window.end)
    }
}
