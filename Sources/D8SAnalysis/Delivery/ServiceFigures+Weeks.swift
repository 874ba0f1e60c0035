import D8SModel

extension ServiceFigures {
    /// The shown weeks from the one of the first completed deployment on.
    func weeks() -> [DeliveryWeek] {
        guard let first = releases.completedFinishes.first else { return [] }
        let start = max(calendar.firstShownWeek, calendar.week(of: first))
        guard start < calendar.weeks.count else { return [] }
        var scratch: [Double] = []
        return (start..<calendar.weeks.count).map { index in
            week(
                calendar.weeks[index],
                from: calendar.weekStarts[index],
                to: calendar.weekStarts[index + 1],
                &scratch
            )
        }
    }

    /// The stretches of seven days that begin after the first completed deployment.
    func stretches() -> [DeliveryWeek] {
        guard let first = releases.completedFinishes.first else { return [] }
        let starts = calendar.stretchStarts
        var scratch: [Double] = []
        return (starts.firstIndex(above: first)..<starts.count).dropLast().map { index in
            week(
                calendar.stretchWeeks[index],
                from: starts[index],
                to: starts[index + 1],
                &scratch
            )
        }
    }

    /// Days of this week with a successful deployment.
    func deploymentDays(inWeek week: Int) -> Int {
        let range = releases.indices(
            from: calendar.weekStarts[week],
            to: calendar.weekStarts[week + 1]
        )
        return deploymentDays(range)
    }

    private func deploymentDays(_ range: Range<Int>) -> Int {
        var days = 0
        var last = -1
        for place in successes(range) {
            let day = calendar.day(of: releases.finishes[Int(releases.successes[place])])
            if day != last { days += 1 }
            last = day
        }
        return days
    }

    private func week(
        _ week: Week,
        from start: Int64,
        to end: Int64,
        _ scratch: inout [Double]
    ) -> DeliveryWeek {
        let range = releases.indices(from: start, to: end)
        let attempts = range.filter { releases.all[$0].status != .cancelled }
        return DeliveryWeek(
            week: week,
            start: Instant(milliseconds: start),
            deployments: successes(range).count,
            deploymentDays: deploymentDays(range),
            attempts: attempts.count,
            failures: attempts.count { judgement.isFailure[$0] },
            reworks: attempts.count { judgement.isRework[$0] },
            changes: leadTimes.count(range),
            medianLeadTime: leadTimes.median(range, &scratch),
            medianRecovery: KaplanMeier(recoveries(range)).median
        )
    }
}
