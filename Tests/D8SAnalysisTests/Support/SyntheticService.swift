import D8SAnalysis
import D8SModel
import D8STestSupport
import Foundation

/// A service whose weeks are drawn at random and whose windows are summed from them.
///
/// This is the reduced form of a history: 53 weeks of deployments, failures and lead times.
struct SyntheticService {
    var deploymentsPerWeek = 4.0
    var failShare = 0.09
    var medianLeadTime = 8 * 3600.0
    /// What holds in the last weeks instead; nil: nothing changed.
    var laterFailShare: Double?
    var laterLeadTimeFactor = 1.0
    var laterDeploymentsFactor = 1.0

    /// How many weeks ago that began.
    var laterWeeks = Self.window

    /// Weeks in one window, and in the trend window.
    static let window = 12
    static let trend = 4
    static let end: Instant = "2026-11-16T00:00:00Z"

    func delivery(_ name: String, _ numbers: inout SeededNumbers) -> ServiceDelivery {
        let weeks = (0..<53).map { week($0, &numbers) }
        let now = Array(weeks.suffix(Self.window))
        let before = Array(weeks.dropLast(Self.window).suffix(Self.window))
        return ServiceDelivery(
            service: Service(name: name),
            environment: "production",
            now: metrics(now, name),
            before: metrics(before, name),
            weeks: weeks,
            deployments: [],
            leadTimes: [],
            lastDeployment: Self.end,
            unmappedChanges: 0,
            deploymentsEver: 200,
            trend: DeliverySpan(
                days: 7 * Self.trend,
                beforeDays: 7 * Self.window,
                now: metrics(Array(weeks.suffix(Self.trend)), name),
                before: metrics(
                    Array(weeks.dropLast(Self.trend).suffix(Self.window)),
                    name
                )
            )
        )
    }

    private func week(_ index: Int, _ numbers: inout SeededNumbers) -> DeliveryWeek {
        let isLate = index >= 53 - laterWeeks
        let rate = deploymentsPerWeek * (isLate ? laterDeploymentsFactor : 1)
        let share = isLate ? laterFailShare ?? failShare : failShare
        let attempts = (0..<20).count { _ in numbers.unit() < rate / 20 }
        let failures = (0..<attempts).count { _ in numbers.unit() < share }
        let lead =
            medianLeadTime * (isLate ? laterLeadTimeFactor : 1)
            * exp(0.4 * numbers.normal())
        let start = Self.end.adding(seconds: Double(index - 53) * 7 * 86_400)
        return DeliveryWeek(
            week: Week(of: Zone.utc.day(of: start)),
            start: start,
            deployments: attempts - failures,
            deploymentDays: min(5, attempts),
            attempts: attempts,
            failures: failures,
            reworks: failures,
            changes: attempts * 5,
            medianLeadTime: attempts > 0 ? lead : nil,
            medianRecovery: nil
        )
    }

    private func metrics(_ weeks: [DeliveryWeek], _ name: String) -> DeliveryMetrics {
        let window = Window(
            start: weeks[0].start,
            end: weeks[weeks.count - 1].start.adding(seconds: 7 * 86_400)
        )
        let attempts = weeks.reduce(0) { $0 + $1.attempts }
        let failures = weeks.reduce(0) { $0 + $1.failures }
        // One lead time and one gap per deployment, spread evenly around the week's own.
        let leads = weeks.flatMap { week in
            Self.spread(week.medianLeadTime ?? 0, by: 4, count: week.attempts)
        }.sorted()
        let gaps = weeks.flatMap { week in
            Self.spread(7 * 86_400 / Double(week.deployments), by: 6, count: week.deployments)
        }.sorted()
        let measure = { (measure: MeasureName, value: Double?, n: Int, interval: Interval?) in
            Measure(
                name: measure,
                entity: Entity(kind: .service, name: name),
                value: value,
                n: n,
                k: failures,
                window: window,
                interval: interval,
                method: "reduced"
            )
        }
        let share = Double(failures) / Double(max(1, attempts))
        let wilson = Wilson.interval(failures, of: attempts)
        let lead = measure(
            .changeLeadTime,
            Quantile.of(0.5, sorted: leads),
            leads.count,
            OrderStatistics.interval(0.5, sorted: leads)
        )
        let gap = measure(
            .deploymentGap,
            Quantile.of(0.5, sorted: gaps),
            gaps.count,
            OrderStatistics.interval(0.5, sorted: gaps)
        )
        return DeliveryMetrics(
            window: window,
            deploymentFrequency: gap,
            deploymentDaysPerWeek: gap,
            deploymentGap: gap,
            changeLeadTime: lead,
            changeLeadTimeP75: lead,
            changeLeadTimeP95: lead,
            mappedChanges: measure(.mappedChanges, 1, 100, nil),
            changeFailRate: measure(.changeFailRate, share, attempts, wilson),
            recoveryTime: measure(.recoveryTime, nil, 0, nil),
            reworkRate: measure(.reworkRate, share, attempts, wilson),
            openFailures: 0
        )
    }

    /// So many values in a geometric row from the centre ÷ factor to the centre × factor.
    private static func spread(_ centre: Double, by factor: Double, count: Int) -> [Double] {
        (0..<count).map { place in
            let position = (Double(place) + 0.5) / Double(count) * 2 - 1
            return centre * exp(position * log(factor))
        }
    }

    /// The report of one night of these services.
    static func report(_ services: [ServiceDelivery]) -> DeliveryReport {
        let window = Window(
            start: end.adding(seconds: -Double(Self.window) * 7 * 86_400),
            end: end
        )
        return DeliveryReport(window: window, services: services, benchmarks: [])
    }
}
