import D8SAttention
import D8SCharts
import D8SModel
import D8STestSupport

@testable import D8SSite

/// Summaries of made-up nights.
enum SummarySample {
    static let checks = Checks(
        things: [.init(noun: "services", count: 214), .init(noun: "sources", count: 9)],
        sources: 9,
        freshSources: 9,
        tests: 1712
    )

    static func summary(
        _ items: [Item],
        accepted: [Item] = [],
        resolved: [ResolvedItem] = [],
        audience: Audience = .executive,
        night: Night = .sample(),
        language: Language = .english,
        paper: Paper = .a4
    ) -> Summary {
        Summary(
            night: night,
            audience: audience,
            attention: AttentionResult(
                items: items,
                accepted: accepted,
                resolved: resolved,
                unseen: [],
                blindServices: [],
                entries: [],
                expiredAcceptances: [],
                unusedAcceptances: []
            ),
            checks: checks,
            serviceCount: 214,
            format: Format(language: language, zone: night.zone),
            paper: paper
        )
    }

    /// So many different items, each with a chart, the first one critical.
    static func items(_ count: Int) -> [Item] {
        (0..<count).map { number in
            let kinds: [Item] = [checkout, search, billing]
            let item = kinds[number % kinds.count]
            return number < kinds.count ? item : renamed(item, number)
        }
    }

    static var checkout: Item {
        .sample(
            .sample(
                severity: .critical,
                measure: measure(.changeFailRate, "checkout", 0.22, n: 50, k: 11),
                baseline: measure(.changeFailRate, "checkout", 0.09, n: 100, k: 9),
                evidence: evidence(
                    "Change fail rate per week",
                    .ratio,
                    usual: 0.09,
                    now: 0.22,
                    normal: Interval(low: 0.05, high: 0.13)
                )
            )
        )
    }

    static var search: Item {
        .sample(
            .sample(
                rule: "change-lead-time-worse",
                entity: Entity(kind: .service, name: "search"),
                owner: "Search",
                measure: measure(.changeLeadTime, "search", 6.2 * 86_400, n: 311),
                baseline: measure(.changeLeadTime, "search", 3.1 * 86_400, n: 290),
                since: "2026-10-30T00:00:00Z",
                title: "Changes take twice as long to reach customers",
                detail: """
                    Median lead time rose from 3.1 to 6.2 days. Two thirds of it is now waiting \
                    for review.
                    """,
                actions: [
                    Action(
                        text: "Agree a review time of one working day.",
                        impact: .high,
                        effort: .medium
                    )
                ],
                evidence: evidence(
                    "Change lead time per week",
                    .seconds,
                    usual: 3.1 * 86_400,
                    now: 6.2 * 86_400,
                    normal: Interval(low: 2 * 86_400, high: 4.2 * 86_400)
                )
            ),
            state: .worse,
            night: 12
        )
    }

    static var billing: Item {
        .sample(
            .sample(
                rule: "recovery-time-worse",
                entity: Entity(kind: .service, name: "billing"),
                owner: "Platform",
                measure: measure(.recoveryTime, "billing", 13_200, n: 11),
                baseline: measure(.recoveryTime, "billing", 3120, n: 9),
                since: "2026-11-13T00:00:00Z",
                title: "Billing needs four times as long to recover from a failed deployment",
                detail: """
                    Recovery takes 3 h 40 min at the median since 13 November; before it was \
                    52 min. Two failures are still open.
                    """,
                actions: [
                    Action(
                        text: "Rehearse the rollback of billing: 7 of 11 recoveries waited for it.",
                        impact: .medium,
                        effort: .medium
                    )
                ],
                evidence: evidence(
                    "Failed deployment recovery time per week",
                    .seconds,
                    usual: 3120,
                    now: 13_200,
                    normal: nil
                )
            ),
            state: .ongoing,
            night: 3
        )
    }

    private static func renamed(_ item: Item, _ number: Int) -> Item {
        Item(
            id: "\(item.id)-\(number)",
            findings: item.findings,
            severity: .warning,
            life: item.life,
            rankedBecause: item.rankedBecause
        )
    }

    private static func measure(
        _ name: MeasureName,
        _ service: String,
        _ value: Double,
        n: Int,
        k: Int? = nil
    ) -> Measure {
        Measure(
            name: name,
            entity: Entity(kind: .service, name: service),
            value: value,
            n: n,
            k: k,
            window: Window(days: 90, before: "2026-11-20T02:00:00Z", in: .utc),
            method: "test"
        )
    }

    private static func evidence(
        _ title: String,
        _ unit: D8SModel.Unit,
        usual: Double,
        now: Double,
        normal: Interval?
    ) -> Evidence {
        let start: Instant = "2026-09-22T00:00:00Z", change: Instant = "2026-11-07T00:00:00Z"
        let points = (0..<57).map { day in
            let time = start.adding(seconds: Double(day) * 86_400)
            let wave = [0.02, -0.09, 0.13, -0.2, 0.08, 0.17, -0.11][day % 7]
            let level = time < change ? usual : now
            return EvidenceSeries.Point(time: time, value: level + wave * usual)
        }
        return Evidence(
            series: EvidenceSeries(
                title: title,
                unit: unit,
                points: points,
                normal: normal,
                change: change
            ),
            method: "test",
            data: "complete",
            commands: []
        )
    }
}
