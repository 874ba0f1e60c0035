import D8SAnalysis
import D8SCharts
import D8SModel

/// The pictures of what was spent; one without anything to show is left out.
struct SpendPanels {
    /// Parts that are drawn by themselves.
    private static let parts = 8
    private static let days = 35

    private let report: SpendReport
    private let format: Format
    private let asOf: Instant

    init(_ report: SpendReport, _ format: Format, asOf: Instant) {
        (self.report, self.format, self.asOf) = (report, format, asOf)
    }

    /// What decides: where the month ends, and what changed.
    var first: [SpendPanel] { [month, change].compactMap(\.self) }

    var all: [SpendPanel] { first + [causes, tree, daily, monthly].compactMap(\.self) }

    private var spend: Spend { report.spend }

    private func day(_ day: Day) -> String { format.day(day, reference: report.today) }

    private func span(_ days: Range<Day>) -> String {
        "\(day(days.lowerBound)) to \(day(days.upperBound.adding(days: -1)))"
    }

    private func source(_ days: Range<Day>) -> String {
        "\(spend.basis.rawValue) cost in \(spend.currency), \(span(days))"
    }

    // MARK: The month

    private var month: SpendPanel? {
        let outlook = report.outlook, name = format.month(outlook.month.first)
        let days = outlook.month.first..<report.through.adding(days: 1)
        let budget = report.budgets.first { $0.budget.filter == .all }
        var sum = ExactSum(), points: [EvidenceSeries.Point] = [], rows: [[DataValue]] = []
        for (number, cost) in spend.exactDaily(in: days).enumerated() {
            sum.add(cost)
            let day = outlook.month.first.adding(days: number)
            points.append(.init(time: day.startInUTC, value: sum.value?.double))
            rows.append([.day(day), .optional(sum.value), .missing, .missing])
        }
        rows += outlook.ahead.map {
            [.day($0.day), .number($0.expected), .optional($0.lower), .optional($0.upper)]
        }
        let series = EvidenceSeries(
            title: "Spend of \(name), added up",
            unit: .money,
            points: points,
            target: budget?.budget.amount.amount.double,
            targetName: BudgetStand.word,
            expected: outlook.course
        )
        let end = format.money(outlook.expected)
        let heading =
            outlook.ahead.isEmpty ? "\(name) ended at \(end)" : "\(name) will end at \(end)"
        return SpendPanel(
            id: "month",
            heading: heading,
            source: "\(source(days)); \(outlook.method)",
            chart: series.chart(
                severity: .info,
                window: nil,
                alt: series.sentence(format),
                format: format
            ),
            columns: [
                .init(title: "Day"), .init(title: "Added up", isNumber: true),
                .init(title: "Low (80 %)", isNumber: true),
                .init(title: "High (80 %)", isNumber: true),
            ],
            rows: rows,
            format
        )
    }

    // MARK: The change

    private var change: SpendPanel? {
        guard let change = report.change, !change.services.isEmpty else { return nil }
        let shown = change.services.prefix(Self.parts)
        let rest = change.services.dropFirst(Self.parts)
        var steps = shown.filter { !$0.difference.isZero }.map {
            WaterfallChart.Entry(
                label: $0.service ?? "without a service",
                value: $0.difference.double
            )
        }
        let others = ExactDecimal.sum(rest.map(\.difference)) ?? .zero
        if !others.isZero {
            steps.append(.init(label: "\(rest.count) others", value: others.double))
        }
        return SpendPanel(
            id: "change",
            heading: heading(of: change),
            source: "by service; \(source(change.now)) against \(span(change.before))",
            chart: waterfall(change, steps),
            columns: [
                .init(title: "Service"), .init(title: "Before", isNumber: true),
                .init(title: "Now", isNumber: true), .init(title: "Change", isNumber: true),
            ],
            rows: change.services.prefix(100).map {
                [
                    .text($0.service ?? "without a service"), .decimal($0.before),
                    .decimal($0.now), .decimal($0.difference),
                ]
            },
            format
        )
    }

    private func heading(of change: SpendChange) -> String {
        let size = format.money(change.difference.magnitude.double)
        guard !change.difference.isZero else { return "As much was spent as before" }
        let word = change.difference.isNegative ? "less" : "more"
        return "\(size) \(word) than \(span(change.before))"
    }

    private func waterfall(
        _ change: SpendChange,
        _ steps: [WaterfallChart.Entry]
    ) -> WaterfallChart {
        WaterfallChart(
            title: heading(of: change) + ".",
            start: .init(label: span(change.before), value: change.amountBefore.double),
            steps: steps,
            end: .init(label: span(change.now), value: change.amountNow.double),
            unit: .money,
            format: format
        )
    }

    private var causes: SpendPanel? {
        guard let change = report.change, change.causes.count > 1 else { return nil }
        let steps = change.causes.map {
            WaterfallChart.Entry(label: $0.cause.words, value: $0.amount.double)
        }
        return SpendPanel(
            id: "causes",
            heading: "Why: price, volume and mix",
            source: source(change.now) + " against \(span(change.before))",
            chart: waterfall(change, steps),
            columns: [.init(title: "Cause"), .init(title: "Change", isNumber: true)],
            rows: change.causes.map { [.text($0.cause.words), .decimal($0.amount)] },
            format
        )
    }

    // MARK: On what

    private var tree: SpendPanel? {
        let elapsed = report.outlook.month.first..<report.through.adding(days: 1)
        guard report.tree.amount > .zero else { return nil }
        let rows = report.tree.parts.flatMap { provider in
            provider.parts.flatMap { account in
                account.parts.map { service -> [DataValue] in
                    [
                        .text(provider.name ?? "–"), .text(account.name ?? "–"),
                        .text(service.name ?? "–"), .decimal(service.amount),
                    ]
                }
            }
        }
        let total = format.money(report.tree.amount.double)
        return SpendPanel(
            id: "tree",
            heading: "\(total) by provider, account and service",
            source: source(elapsed),
            chart: IcicleChart(
                title: "\(total) by provider, account and service.",
                root: node(report.tree, named: "All"),
                unit: .money,
                format: format
            ),
            columns: [
                .init(title: "Provider"), .init(title: "Account"), .init(title: "Service"),
                .init(title: "Cost", isNumber: true),
            ],
            rows: rows,
            format
        )
    }

    /// Levels of one part each say nothing of their own: they are one, with all their names.
    private func node(_ whole: SpendNode, named name: String? = nil) -> IcicleChart.Node {
        var node = whole, names: [String] = []
        while node.parts.count == 1, let only = node.parts.first, !only.parts.isEmpty {
            node = only
            names.append(only.name ?? "not said")
        }
        if name == nil { names.insert(whole.name ?? "not said", at: 0) }
        return IcicleChart.Node(
            label: names.isEmpty ? name ?? "" : names.joined(separator: " / "),
            value: node.amount.double,
            parts: node.parts.map { self.node($0) }
        )
    }

    private var daily: SpendPanel? {
        let first = max(spend.days.lowerBound, report.through.adding(days: 1 - Self.days))
        let spans = (first.number...report.through.number).map {
            Day(number: $0)..<Day(number: $0 + 1)
        }
        return stacked("days", "Spend by day", spans)
    }

    private var monthly: SpendPanel? {
        guard report.months.count > 1 else { return nil }
        let end = report.through.adding(days: 1)
        let spans = report.months.map { $0.month.first..<min($0.month.next.first, end) }
        return stacked("months", "Spend by month", spans)
    }

    /// The greatest services in each span of days, from the foot up, and all others.
    private func stacked(_ id: String, _ title: String, _ spans: [Range<Day>]) -> SpendPanel? {
        let whole = spans[0].lowerBound..<spans[spans.count - 1].upperBound
        guard let tree = spend.tree(by: [.field(.service)], in: whole) else { return nil }
        let sums = spans.map { span -> [String?: ExactDecimal] in
            let parts = spend.tree(by: [.field(.service)], in: span)?.parts ?? []
            return Dictionary(uniqueKeysWithValues: parts.map { ($0.name, $0.amount) })
        }
        let parts = tree.parts.filter { !$0.amount.isZero }.map { part in
            StackedBarChart.Part(
                label: part.name ?? "without a service",
                values: sums.map { sum in sum.isEmpty ? nil : sum[part.name]?.double ?? 0 }
            )
        }
        let rows = zip(spans, sums).reversed().flatMap { span, sum in
            tree.parts.compactMap { part -> [DataValue]? in
                guard let amount = sum[part.name] else { return nil }
                let name = part.name ?? "without a service"
                return [.day(span.lowerBound), .text(name), .decimal(amount)]
            }
        }
        return SpendPanel(
            id: id,
            heading: title,
            source: "by service; " + source(whole),
            chart: StackedBarChart(
                title: title + ".",
                times: spans.map(\.lowerBound.startInUTC),
                parts: parts,
                unit: .money,
                format: format
            ),
            columns: [
                .init(title: "From"), .init(title: "Service"), .init(title: "Cost", isNumber: true),
            ],
            rows: rows,
            format
        )
    }
}

extension SpendChange.Cause {
    /// What people call it.
    fileprivate var words: String {
        switch self {
        case .price: "prices"
        case .volume: "volume"
        case .mix: "dearer or cheaper kinds"
        case .new: "new"
        case .vanished: "not charged any more"
        case .other: "purchases, taxes, credits"
        case .unexplained: "without quantities"
        }
    }
}
