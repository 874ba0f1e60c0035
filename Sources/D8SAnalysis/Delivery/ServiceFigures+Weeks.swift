import D8SModel

extension ServiceFigures {
    /// The shown weeks from the one of the first completed deployment on.
    func weeks() -> [DeliveryWeek] {
        guard let first = releases.completedFinishes.first else { return [] }
        let start = max(calendar.firstShownWeek, calendar.week(of: first))
        guard start < calendar.weeks.count else { return [] }
        var scratch: [Double] = []
        return (start..<calendar.weeks.count).map { week($0, &scratch) }
    }

    /// Days of this week with a successful deployment.
    func deploymentDays(inWeek week: Int) -> Int {
        var days = 0
        var last = -1
        for place in successes(releases(inWeek: week)) {
            let day = calendar.day(of: releases.finishes[Int(releases.successes[place])])
            if day != last { days += 1 }
            last = day
        }
        return days
    }

    private func releases(inWeek week: Int) -> Range<Int> {
        releases.indices(from: calendar.weekStarts[week], to: calendar.weekStarts[week + 1])
    }

    private func week(_ index: Int, _ scratch: inout [Double]) -> DeliveryWeek {
        let range = releases(inWeek: index)
        let attempts = range.filter { releases.all[$0].status != .cancelled }
        return DeliveryWeek(
            week: calendar.weeks[index],
            start: Instant(milliseconds: calendar.weekStarts[index]),
            deployments: successes(range).count,
            deploymentDays: deploymentDays(inWeek: index),
            attempts: attempts.count,
            failures: attempts.count { judgement.isFailure[$0] },
            reworks: attempts.count { judgement.isRework[$0] },
            changes: leadTimes.count(range),
            medianLeadTime: leadTimes.median(range, &scratch),
            medianRecovery: KaplanMeier(recoveries(range)).median
        )
    }
}
