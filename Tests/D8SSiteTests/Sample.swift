import D8SAnalysis
import D8SAttention
import D8SModel
import D8SSite

/// An organisation's night, made up: what the pages are looked at and tested with.
struct Sample {
    var organisation = "Acme Retail"
    var serviceNames = ["checkout-api", "search", "web"]
    var domains: [DomainReading] = []
    var spend: [SpendReport] = []
    var workloads: WorkloadCosts?
    var items: [Item] = []
    var accepted: [Item] = []
    var resolved: [ResolvedItem] = []
    var unseen: [LedgerEntry] = []
    var expired: [Acceptance] = []
    var allServices = false
    var pastEditions: [Day] = []
    var language = Language.english
    var deploymentCount = 60

    /// 02:00 UTC on Friday, 20 November 2026.
    static let asOf = Instant(seconds: 1_795_140_000)
    static let format = Format(zone: .utc)

    static func at(_ daysBefore: Double) -> Instant { asOf.adding(seconds: -daysBefore * 86_400) }

    var night: Night {
        Night(
            organisation: organisation,
            asOf: Self.asOf,
            zone: .utc,
            validUntil: Self.asOf.adding(seconds: 36 * 3600),
            url: "https://reports.acme.example/",
            generator: "D8S 0.1.0"
        )
    }

    var input: SiteInput {
        SiteInput(
            night: night,
            format: Format(language: language, zone: .utc),
            delivery: DeliveryReport(
                window: Window(days: 90, before: Self.asOf, in: .utc),
                services: serviceNames.sorted().map {
                    SampleDelivery(service: $0, deploymentCount: deploymentCount).delivery
                },
                benchmarks: [SampleDelivery.benchmark]
            ),
            domains: domains,
            spend: spend,
            workloads: workloads,
            attention: AttentionResult(
                items: items,
                accepted: accepted,
                resolved: resolved,
                unseen: unseen,
                blindServices: [],
                entries: [],
                expiredAcceptances: expired,
                unusedAcceptances: []
            ),
            checks: Checks(
                things: [.init(noun: "services", count: 214), .init(noun: "sources", count: 9)],
                sources: 9,
                freshSources: 9,
                tests: 856
            ),
            rules: [
                Rule(
                    name: "change-fail-rate-worse",
                    title: "Change fail rate is worse",
                    firesWhen: "The rate's interval lies above the earlier one.",
                    silentWhen: "Fewer than 20 deployments.",
                    whyItMatters: "Every failed change costs time twice."
                )
            ],
            sources: [
                SourceState(
                    name: "git:checkout",
                    kind: "git",
                    interval: 86_400,
                    lastSuccess: Self.asOf,
                    newestEvent: Self.at(0.4),
                    lastAttempt: Self.asOf,
                    lastError: nil,
                    services: ["checkout-api"],
                    rejected: 3
                )
            ],
            pastEditions: pastEditions,
            allServices: allServices
        )
    }

    /// What the executive picture of the design shows: one critical and two warnings.
    static var threeItems: Sample {
        var sample = Sample()
        sample.items = [
            SampleItem(
                id: "change-fail-rate-worse-checkout-api",
                service: "checkout-api",
                severity: .critical,
                title: "Checkout fails one deployment in five",
                detail: "22 % of deployments in the last 14 days needed a fix or a rollback; "
                    + "before 7 November it was 9 %. Recovery takes 3 h 40 min at the median.",
                action: "Hold releases of checkout-api until its integration stage is green "
                    + "again: 9 of 11 failures began there."
            ).item,
            SampleItem(
                id: "change-lead-time-worse-search",
                service: "search",
                severity: .warning,
                title: "Changes take twice as long to reach customers",
                detail: "Median lead time rose from 3.1 to 6.2 days. Two thirds of it is now "
                    + "waiting for review.",
                action: "Agree a review time of one working day.",
                measure: .changeLeadTime,
                value: 6.2 * 86_400,
                before: 3.1 * 86_400
            ).item,
            SampleItem(
                id: "open-failure-web",
                service: "web",
                severity: .info,
                title: "A failure of web is open for longer than usual",
                detail: "Release 812 failed on 18 November and is not restored yet.",
                action: "Restore it, or close incident 5099.",
                measure: .recoveryTime,
                value: 1.6 * 86_400,
                before: 3.7 * 3600
            ).item,
        ]
        sample.resolved = [
            ResolvedItem(
                last: LedgerEntry(
                    item: "source-late-jira",
                    night: Day(number: 20_776),
                    state: .ongoing,
                    severity: .warning,
                    magnitude: 1,
                    title: "The source jira is late",
                    entity: Entity(kind: .source, name: "jira")
                ),
                firstNight: Day(number: 20_770),
                nights: 7
            )
        ]
        sample.pastEditions = (20_700...20_776).map(Day.init(number:))
        return sample
    }
}
