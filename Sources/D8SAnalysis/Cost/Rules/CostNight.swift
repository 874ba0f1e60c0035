package import D8SModel

/// What every rule of costs looks at.
struct CostNight {
    let report: SpendReport
    let policy: CostPolicy
    let asOf: Instant
    /// Writes money in the report's currency.
    let format: Format

    init(_ report: SpendReport, policy: CostPolicy, asOf: Instant, format: Format) {
        (self.report, self.policy, self.asOf) = (report, policy, asOf)
        self.format = format.with(currency: report.spend.currency.code)
    }

    var currency: String { report.spend.currency.code }

    func money(_ amount: ExactDecimal) -> String { format.money(amount.double) }
    func money(_ amount: Double) -> String { format.money(amount) }

    /// A day's name beside the as-of instant.
    func day(_ day: Day) -> String { format.day(day, reference: report.today) }

    /// The spend as a thing that a finding is about: the whole in this currency, or a part.
    func entity(_ part: SpendPart = .whole) -> Entity {
        Entity(kind: .spend, name: part.name ?? "spend in \(report.spend.currency)")
    }

    /// What people call it.
    func name(_ part: SpendPart) -> String { part.name ?? "The whole spend" }

    /// The daily cost of use as a picture.
    func series(
        _ title: String,
        _ daily: [Double?],
        from first: Day,
        change: Day? = nil,
        last: Int = 90
    ) -> EvidenceSeries {
        let start = max(0, daily.count - last)
        return EvidenceSeries(
            title: title,
            unit: .money,
            points: (start..<daily.count).map {
                .init(time: first.adding(days: $0).startInUTC, value: daily[$0])
            },
            change: change?.startInUTC
        )
    }

    /// `d8s` commands that print the numbers of a finding again.
    func commands(_ rule: Rule, _ entity: Entity, by dimension: String = "service") -> [String] {
        let month = Month(of: report.through)
        return [
            "d8s explain \(rule.name)-\(Slug.of(entity.name)) --as-of \(asOf)",
            "d8s cost --by \(dimension) --from \(month.first) --to \(report.through) "
                + "--format json",
        ]
    }

    var data: String {
        let count = report.spend.rows.count
        return "\(format.count(count, "daily sum")) from \(report.spend.days.lowerBound) to "
            + "\(report.lastCharged), \(report.spend.basis.rawValue) cost in "
            + "\(report.spend.currency)"
    }
}

extension Entity.Kind {
    /// Money that is spent on something.
    package static let spend = Entity.Kind(rawValue: "spend") ?? .organisation
    package static let budget = Entity.Kind(rawValue: "budget") ?? .organisation
}
