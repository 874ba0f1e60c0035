import D8SModel

/// Finds boundaries of the clock and the calendar in a time zone, and writes them.
struct TimeTicks {
    let format: Format

    /// The boundaries in this domain at the finest step that gives at most `count` of them; a few
    /// more if the next step would leave less than two.
    func ticks(in domain: TimeDomain, count: Int) -> [TimeTick] {
        let span = domain.end.seconds(since: domain.start)
        var finer: (step: TimeStep, times: [Instant])?
        for step in TimeStep.all where span / step.seconds <= Double(count) + 4 {
            let times = boundaries(step, in: domain)
            if times.count < 2, let finer { return written(finer.times, finer.step) }
            if times.count <= count { return written(times, step) }
            finer = (step, times)
        }
        return finer.map { written($0.times, $0.step) } ?? []
    }

    private func boundaries(_ step: TimeStep, in domain: TimeDomain) -> [Instant] {
        let first = format.zone.day(of: domain.start)
        let last = format.zone.day(of: domain.end)
        let candidates: [Instant] =
            switch step {
            case .minutes(let count): clock(every: count * 60, first, last)
            case .hours(let count): clock(every: count * 3600, first, last)
            case .days(let count): days(every: count, from: first, to: last)
            case .weeks(let count):
                days(every: count * 7, from: monday(notBefore: domain.start), to: last)
            case .months(let count): months(every: count, from: first, to: last)
            case .years(let count): months(every: count * 12, from: first, to: last)
            }
        return candidates.filter { domain.start <= $0 && $0 <= domain.end }
    }

    /// Every so many seconds of each day's wall clock; a clock change moves the ticks with it.
    private func clock(every seconds: Int, _ first: Day, _ last: Day) -> [Instant] {
        (first.number...max(first.number, min(last.number, first.number + 40))).flatMap { number in
            let start = format.zone.start(of: Day(number: number))
            let next = format.zone.start(of: Day(number: number + 1))
            return Swift.stride(from: 0, to: 86_400, by: seconds).compactMap { wall in
                let guess = start.adding(seconds: Double(wall))
                let late = (format.zone.secondsOfDay(of: guess) - wall + 129_600) % 86_400 - 43_200
                let time = guess.adding(seconds: Double(-late))
                let isThere = format.zone.secondsOfDay(of: time) == wall
                return isThere && start <= time && time < next ? time : nil
            }
        }
    }

    private func days(every count: Int, from first: Day, to last: Day) -> [Instant] {
        guard first <= last else { return [] }
        return Swift.stride(from: first.number, through: last.number, by: count)
            .map { format.zone.start(of: Day(number: $0)) }
    }

    private func monday(notBefore time: Instant) -> Day {
        let day = format.zone.day(of: time)
        let monday = Week(of: day).monday
        return format.zone.start(of: monday) < time ? monday.adding(days: 7) : monday
    }

    /// First days of months whose number since the year 0 is a multiple of `count`.
    private func months(every count: Int, from first: Day, to last: Day) -> [Instant] {
        let start = (first.year * 12 + first.month - 1) / count * count
        let end = last.year * 12 + last.month - 1
        guard start <= end else { return [] }
        return Swift.stride(from: start, through: end, by: count).compactMap { month in
            Day(year: month / 12, month: month % 12 + 1, day: 1).map(format.zone.start(of:))
        }
    }

    private func written(_ times: [Instant], _ step: TimeStep) -> [TimeTick] {
        var previous: Day?
        return times.map { time in
            let day = format.zone.day(of: time)
            defer { previous = day }
            return TimeTick(time: time, label: label(time, day, step, after: previous))
        }
    }

    /// With the day where it changes between clock times, with the year where it changes between
    /// days.
    private func label(
        _ time: Instant,
        _ day: Day,
        _ step: TimeStep,
        after previous: Day?
    ) -> String {
        let newYear = previous.map { $0.year != day.year } ?? false
        switch step {
        case .minutes, .hours:
            return day == previous || format.zone.secondsOfDay(of: time) != 0
                ? format.clock(time) : format.day(day)
        case .days, .weeks:
            return newYear ? format.fullDay(day) : format.day(day)
        case .months:
            let month = format.month(day)
            return newYear || day.month == 1 ? "\(month)\u{a0}\(day.year)" : month
        case .years:
            return String(day.year)
        }
    }
}
