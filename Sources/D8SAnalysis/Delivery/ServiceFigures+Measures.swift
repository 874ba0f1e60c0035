import D8SModel

extension ServiceFigures {
    /// The measures of one window.
    ///
    /// `days` is its length in calendar days; `times` are the lead times of the changes first deployed in it, ascending.
    func metrics(
        in window: Window,
        ofDays days: Int,
        leadTimes times: [Double]
    ) -> DeliveryMetrics {
        let range = releases.indices(in: window)
        let gap = gap(range, window)
        let lead = leadTime(times, range, window)
        let recoveries = recoveries(range)
        return DeliveryMetrics(
            window: window,
            deploymentFrequency: frequency(range, window, days, gap),
            deploymentDaysPerWeek: daysPerWeek(window),
            deploymentGap: gap,
            changeLeadTime: lead.median,
            changeLeadTimeP75: lead.p75,
            changeLeadTimeP95: lead.p95,
            mappedChanges: lead.mapped,
            changeFailRate: failRate(range, window),
            recoveryTime: recovery(recoveries, window),
            reworkRate: reworkRate(range, window),
            openFailures: recoveries.count { !$0.isOver }
        )
    }

    // MARK: Frequency

    private func frequency(
        _ range: Range<Int>,
        _ window: Window,
        _ dayCount: Int,
        _ gap: Measure
    ) -> Measure {
        let count = successes(range).count
        let days = Double(dayCount)
        let exists = isDeployed(before: window.end)
        let interval = Poisson.interval(count).map {
            Interval(low: $0.low / days, high: $0.high / days)
        }
        return Measure(
            name: .deploymentFrequency,
            entity: entity,
            value: exists ? Double(count) / days : nil,
            n: count,
            window: window,
            interval: exists ? interval : nil,
            method: "successful deployments ÷ \(dayCount) days, Byar's interval for a "
                + "Poisson count; the level comes from the median time between deployments",
            grades: gap.grades,
            note: exists ? gap.note : "no successful deployment by the end of the window"
        )
    }

    private func gap(_ range: Range<Int>, _ window: Window) -> Measure {
        let gaps = gaps(range).sorted()
        return median(
            .deploymentGap,
            gaps,
            window,
            method: "median (R-7) of the times between successful deployments whose later one is "
                + "in the window, order statistics",
            missing: "fewer than two successful deployments"
        )
    }

    private func daysPerWeek(_ window: Window) -> Measure {
        let firstWeek = releases.successes.first.map {
            calendar.week(of: releases.finishes[Int($0)])
        }
        let weeks = calendar.fullWeeks(in: window).filter { $0 >= firstWeek ?? .max }
        let days = weeks.map { Double(deploymentDays(inWeek: $0)) }.sorted()
        return median(
            .deploymentDaysPerWeek,
            days,
            window,
            method: "median (R-7) over the full ISO weeks in the window of the days with a "
                + "successful deployment, order statistics",
            missing: "no full week since the first deployment"
        )
    }

    // MARK: Lead time

    private func leadTime(
        _ times: [Double],
        _ range: Range<Int>,
        _ window: Window
    ) -> (median: Measure, p75: Measure, p95: Measure, mapped: Measure) {
        let mapped = mappedShare(times.count, window)
        let isComplete = (mapped.value ?? 0) >= 0.95
        let note = leadTimeNote(range, isComplete: isComplete, mapped)
        let measure = { (name: MeasureName, share: Double, label: String) in
            quantile(
                name,
                share,
                times,
                window,
                method: "\(label) (R-7) of deployment finish − \(policy.leadTimeFrom.words), over "
                    + "changes without merge commits, order statistics",
                missing: "no change was first deployed in the window",
                note: note,
                isGraded: isComplete
            )
        }
        return (
            measure(.changeLeadTime, 0.5, "median"), measure(.changeLeadTimeP75, 0.75, "P75"),
            measure(.changeLeadTimeP95, 0.95, "P95"), mapped
        )
    }

    private func mappedShare(_ mapped: Int, _ window: Window) -> Measure {
        let all = mapped + unmapped(in: window)
        return share(
            .mappedChanges,
            mapped,
            all,
            window,
            method: "changes first deployed in the window ÷ these and the window's changes that "
                + "no deployment could be found for, Wilson",
            missing: "no change to map"
        )
    }

    private func leadTimeNote(
        _ range: Range<Int>,
        isComplete: Bool,
        _ mapped: Measure
    ) -> String? {
        var notes: [String] = []
        if !isComplete, mapped.n > 0 {
            notes.append(
                "not enough data for a level: \(mapped.k ?? 0) of \(mapped.n) changes are mapped to "
                    + "a deployment, under 95 %"
            )
        }
        let negative = leadTimes.negatives(range)
        if negative > 0 {
            notes.append("\(negative) dated after their deployment count as 0")
        }
        return notes.isEmpty ? nil : notes.joined(separator: "; ")
    }

    // MARK: Failures

    private func failRate(_ range: Range<Int>, _ window: Window) -> Measure {
        let attempts = range.filter { releases.all[$0].status != .cancelled }
        return share(
            .changeFailRate,
            attempts.count { judgement.isFailure[$0] },
            attempts.count,
            window,
            method: "deployments that needed intervention ÷ completed attempts, Wilson",
            missing: "no completed deployment attempt in the window"
        )
    }

    private func reworkRate(_ range: Range<Int>, _ window: Window) -> Measure {
        let attempts = range.filter { releases.all[$0].status != .cancelled }
        return share(
            .reworkRate,
            attempts.count { judgement.isRework[$0] },
            attempts.count,
            window,
            method: "deployments that repair a fault ÷ completed attempts, Wilson",
            missing: "no completed deployment attempt in the window"
        )
    }

    private func recovery(_ times: [KaplanMeier.Time], _ window: Window) -> Measure {
        let curve = KaplanMeier(times)
        let interval = curve.low.flatMap { low in
            curve.high.map { Interval(low: low, high: $0) }
        }
        let open = times.count { !$0.isOver }
        let missing =
            times.isEmpty
            ? "no deployment in the window needed intervention"
            : "\(open) of \(times.count) failures are still open: the median is not reached"
        let grades = grading.grades(.recoveryTime, curve.median, n: times.count, interval)
        return Measure(
            name: .recoveryTime,
            entity: entity,
            value: curve.median,
            n: times.count,
            k: times.count - open,
            window: window,
            interval: interval,
            method: "Kaplan–Meier median, failures open at as-of are censored; "
                + "Brookmeyer–Crowley log–log interval",
            grades: grades,
            note: curve.median == nil
                ? missing : grading.note(.recoveryTime, n: times.count, grades)
        )
    }

    // MARK: Forms of measures

    private func share(
        _ name: MeasureName,
        _ part: Int,
        _ whole: Int,
        _ window: Window,
        method: String,
        missing: String
    ) -> Measure {
        let value = whole > 0 ? Double(part) / Double(whole) : nil
        let interval = Wilson.interval(part, of: whole)
        let grades = grading.grades(name, value, n: whole, interval)
        return Measure(
            name: name,
            entity: entity,
            value: value,
            n: whole,
            k: part,
            window: window,
            interval: interval,
            method: method,
            grades: grades,
            note: value == nil ? missing : grading.note(name, n: whole, grades)
        )
    }

    private func median(
        _ name: MeasureName,
        _ sorted: [Double],
        _ window: Window,
        method: String,
        missing: String
    ) -> Measure {
        quantile(
            name,
            0.5,
            sorted,
            window,
            method: method,
            missing: missing,
            note: nil,
            isGraded: true
        )
    }

    private func quantile(
        _ name: MeasureName,
        _ share: Double,
        _ sorted: [Double],
        _ window: Window,
        method: String,
        missing: String,
        note: String?,
        isGraded: Bool
    ) -> Measure {
        let value = Quantile.of(share, sorted: sorted)
        let interval = OrderStatistics.interval(share, sorted: sorted)
        let grades = isGraded ? grading.grades(name, value, n: sorted.count, interval) : []
        let unleveled = isGraded ? grading.note(name, n: sorted.count, grades) : nil
        let notes = [note, value == nil ? nil : unleveled].compactMap(\.self)
        return Measure(
            name: name,
            entity: entity,
            value: value,
            n: sorted.count,
            window: window,
            interval: interval,
            method: method,
            grades: grades,
            note: value == nil ? missing : notes.isEmpty ? nil : notes.joined(separator: "; ")
        )
    }

    private func isDeployed(before end: Instant) -> Bool {
        releases.successes.first.map { releases.finishes[Int($0)] < end.milliseconds } ?? false
    }
}

extension DeliveryPolicy.LeadTimeStart {
    fileprivate var words: String { self == .authored ? "author time" : "commit time" }
}
