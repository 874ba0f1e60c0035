import D8SModel

extension ServiceFigures {
    /// Everything about the service.
    func delivery() -> ServiceDelivery {
        let both = Window(start: calendar.before.start, end: calendar.asOf.adding(seconds: 0.001))
        let shown = releases.indices(
            from: calendar.weekStarts[calendar.firstShownWeek],
            to: .max
        )
        var scratch: [Double] = []
        let times = leadTimes.sorted(releases.indices(in: calendar.now))
        let earlier = leadTimes.sorted(releases.indices(in: calendar.before))
        let open = releases.all.indices.filter {
            judgement.isFailure[$0] && judgement.restored[$0] == .max
        }
        return ServiceDelivery(
            service: history.service,
            environment: history.environment,
            now: metrics(in: calendar.now, ofDays: calendar.windowDays, leadTimes: times),
            before: metrics(in: calendar.before, ofDays: calendar.windowDays, leadTimes: earlier),
            weeks: weeks(),
            deployments: releases.indices(in: both).map { judged($0, &scratch) },
            leadTimes: times,
            lastDeployment: releases.successes.last.map {
                Instant(milliseconds: releases.finishes[Int($0)])
            },
            unmappedChanges: unmapped(
                in: Window(start: calendar.before.start, end: calendar.now.end)
            ),
            openFailures: open.map { judged($0, &scratch) },
            gaps: gaps(shown),
            recoveries: recoveries(shown).filter(\.isOver).map(\.seconds),
            deploymentsEver: releases.successes.count,
            trend: trend(),
            stretches: stretches()
        )
    }

    private func trend() -> DeliverySpan? {
        guard let (now, before) = calendar.trend else { return nil }
        let figures = { (window: Window, days: Int) in
            metrics(
                in: window,
                ofDays: days,
                leadTimes: leadTimes.sorted(releases.indices(in: window))
            )
        }
        return DeliverySpan(
            days: DeliveryCalendar.trendDays,
            beforeDays: calendar.windowDays,
            now: figures(now, DeliveryCalendar.trendDays),
            before: figures(before, calendar.windowDays)
        )
    }

    private func judged(_ index: Int, _ scratch: inout [Double]) -> JudgedDeployment {
        let release = releases.all[index]
        let isKnown =
            release.status == .success && index >= leadTimes.first
            && Int32(index) != releases.successes.first
            && (history.changes.graph == nil || releases.revision(index) != nil)
        let restored = judgement.restored[index]
        return JudgedDeployment(
            deployment: merged(index),
            jobs: Int(release.jobs),
            direction: directions.directions[index],
            changes: isKnown ? leadTimes.count(index..<(index + 1)) : nil,
            medianLeadTime: leadTimes.median(index..<(index + 1), &scratch),
            interventions: judgement.interventions(index),
            restored: judgement.isFailure[index] && restored != .max
                ? Instant(milliseconds: restored) : nil,
            isRework: judgement.isRework[index],
            range: directions.ranges[index]
        )
    }

    /// The release as one deployment: its speaker, begun with its first job, with the reason that
    /// was stated or found.
    private func merged(_ index: Int) -> Deployment {
        let release = releases.all[index]
        var deployment = releases.deployments[Int(release.speaker)]
        deployment.finished = Instant(milliseconds: release.finished)
        deployment.started = releases.deployments[Int(release.firstJob)].started
        deployment.rework = release.rework
        guard directions.directions[index] == .rollback, release.status == .success else {
            return deployment
        }
        deployment.rework = .rollback
        deployment.reworkEvidence =
            deployment.reworkEvidence ?? "deploys a revision that the one before it contained"
        return deployment
    }
}
