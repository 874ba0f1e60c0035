import D8SModel

/// A bill that was known says something else now.
///
/// *Fires when* a later export, or a correction in a later bill, changed what days of a billing
/// period cost by a hundredth or more of what was known, within the last seven days. Info, a warning
/// from a tenth.
///
/// *Silent when* only days were added; the days that changed had not settled when it came.
///
/// *Why it matters*: a number that somebody has reported is not true any more.
enum CostRestated {
    static let rule = Rule(
        name: "cost-restated",
        title: "A bill that was known says something else now",
        firesWhen: "a later export, or a correction in a later bill, changed what days of a "
            + "billing period cost by a hundredth or more of what was known, within the last seven "
            + "days. Info, a warning from a tenth",
        silentWhen: "only days were added; the days that changed had not settled when it came",
        whyItMatters: "a number that somebody has reported is not true any more"
    )

    private static let smallest = 0.01
    private static let much = 0.1

    /// Days that an account is billed for together.
    private struct Bill: Hashable {
        let account: String
        let days: Range<Day>

        /// The period of the statement, or the month before it that the statement corrects.
        init(_ change: CostRestatement) {
            let period = change.statement.period
            let days = Day(inUTC: period.start)..<Day(inUTC: period.end)
            account = change.statement.account
            self.days = days.contains(change.day) ? days : Month(of: change.day).days
        }
    }

    /// One finding for each bill.
    ///
    /// Only days count that had settled when the later export came: the last ones always grow.
    static func findings(_ night: CostNight) -> [Finding] {
        let recent = night.report.restatements.filter {
            (0...CostRules.restatedFor).contains(night.asOf.seconds(since: $0.replaced))
                && Day(inUTC: $0.replaced).number - $0.day.number > night.policy.settleDays
        }
        let groups = Dictionary(grouping: recent, by: Bill.init)
        return groups.compactMap { finding($0.key, $0.value, night) }
            .sorted { $0.entity < $1.entity }
    }

    private static func finding(
        _ bill: Bill,
        _ changes: [CostRestatement],
        _ night: CostNight
    ) -> Finding? {
        let basis = night.policy.basis
        let before = ExactDecimal.sum(changes.compactMap { basis.amount(of: $0.before) })
        let after = ExactDecimal.sum(changes.compactMap { basis.amount(of: $0.after) })
        guard let before, let after, let change = after.subtracting(before), !change.isZero else {
            return nil
        }
        let whole = total(of: bill, night) ?? after
        guard let known = whole.subtracting(change) else { return nil }
        let share = known.isZero ? 1 : abs(change.double / known.double)
        guard share >= smallest else { return nil }
        let month = night.format.month(bill.days.lowerBound)
        let entity = Entity(kind: .spend, name: "\(bill.account) \(month)")
        let sign = change.isNegative ? "less" : "more"
        let title =
            "\(month) of \(bill.account) costs \(night.money(change.magnitude)) \(sign) "
            + "than was known"
        let detail = "\(night.money(whole)) instead of \(night.money(known)), by a later export."
        let words = Statement(title: title, detail: detail)
        return Finding(
            rule: rule.name,
            entity: entity,
            severity: share >= much ? .warning : .info,
            since: changes.map(\.replaced).min(),
            magnitude: share,
            reach: change.magnitude.double,
            currency: night.currency,
            statements: [.executive: words, .devops: words, .analyst: words],
            actions: [
                Action(
                    text:
                        "Tell those who reported \(month); the table says which services changed.",
                    impact: .medium,
                    effort: .low
                )
            ],
            evidence: Evidence(
                table: table(changes, basis),
                method: "sums of the same days in both exports",
                data: night.data,
                commands: night.commands(rule, entity)
            )
        )
    }

    /// What the days of a bill cost now; nil if charges do not say whose they are.
    private static func total(of bill: Bill, _ night: CostNight) -> ExactDecimal? {
        let filter = SpendFilter([.init(.field(.billingAccount), bill.account)])
        let spend = night.report.spend
        return spend.matches(filter).contains(true) ? spend.total(in: bill.days, filter) : nil
    }

    private static func table(_ changes: [CostRestatement], _ basis: CostBasis) -> EvidenceTable {
        let services = Dictionary(grouping: changes) { $0.service ?? "without a service" }
        let rows = services.map { service, changes in
            (
                service: service,
                days: changes.count,
                before: ExactDecimal.sum(changes.compactMap { basis.amount(of: $0.before) }),
                after: ExactDecimal.sum(changes.compactMap { basis.amount(of: $0.after) })
            )
        }.sorted { $0.service < $1.service }
        let cell = { (value: ExactDecimal?) -> EvidenceTable.Cell in
            value.map { .number($0.double, .money) } ?? .missing("too large")
        }
        return EvidenceTable(
            title: "Services that say something else",
            columns: ["Service", "Days", "Before", "Now"],
            rows: rows.prefix(20).map {
                [
                    .text($0.service), .number(Double($0.days), .count), cell($0.before),
                    cell($0.after),
                ]
            }
        )
    }
}
