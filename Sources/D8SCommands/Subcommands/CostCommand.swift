import ArgumentParser
import D8SAnalysis
import D8SModel

/// The command `d8s cost`.
struct CostCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cost",
        abstract: "Prints what was spent, by service, account, tag or what else charges say.",
        discussion: """
            Amounts are sums of exact decimals, each currency by itself. Without --from it is the
            month of the last day whose charges are all there, beside as many days of the month
            before; else beside as many days just before.

            Grouped by one or several of: \(SpendDimension.words.map(\.word).joined(separator: ", ")),
            tag:NAME. By pipeline, namespace, team, controller, pod, container, node or cluster it is what
            clusters and pipelines cost by requests, use and rates, unless charges name them.

            Examples:
              d8s cost
              d8s cost --by account,service --from 2026-10-01 --to 2026-10-31
              d8s cost --by namespace
              d8s cost --by pipeline --format json
              d8s cost --by tag:team --basis billed --format csv > teams.csv
            """
    )

    @OptionGroup var config: ConfigOptions
    @OptionGroup var report: ReportOptions

    @Option(help: ArgumentHelp("What to group by.", valueName: "dimensions"))
    var by = "service"

    @Option(help: ArgumentHelp("First day.", valueName: "day"))
    var from: String?

    @Option(help: ArgumentHelp("Last day.", valueName: "day"))
    var to: String?

    @Option(help: "Which cost: effective, billed, list or contracted (default: costs.basis).")
    var basis: CostBasis?

    @Option(help: "Lines of the table in each currency.")
    var limit = 30

    @Option(help: "How to print it: table, json or csv.")
    var format = OutputFormat.table

    func run() async throws {
        let session = try Session(reading: config)
        let asOf = report.instant(session.configuration, now: session.now())
        let table = try session.pipeline.charges(asOf: asOf)
        if let answer = try workloads(session, asOf, table) {
            return show(answer.csv, answer.json, answer.text(session.format, limit: limit))
        }
        guard isCharged(table) || !WorkloadAnswer.means(by) else {
            throw CommandError.noCosts(by: by)
        }
        let answer = try answer(table, session.configuration.costs, asOf)
        show(answer.csv, answer.json, answer.text(session.format, limit: limit))
    }

    private func show(_ csv: String, _ json: String, _ text: String) {
        switch format {
        case .table: print(TerminalText.of(text), terminator: "")
        case .json: print(json, terminator: "")
        case .csv: print(csv, terminator: "")
        }
    }

    /// What clusters or pipelines cost by their own prices, where charges do not say it.
    private func workloads(
        _ session: Session,
        _ asOf: Instant,
        _ table: CostTable
    ) throws -> WorkloadAnswer? {
        guard !isCharged(table), from == nil, to == nil, basis == nil else { return nil }
        guard let costs = try session.pipeline.workloads(besides: table, asOf: asOf) else {
            return nil
        }
        return WorkloadAnswer(costs, by: by)
    }

    /// Whether a charge says what is grouped by.
    private func isCharged(_ table: CostTable) -> Bool {
        guard let dimension = SpendDimension(by) else { return false }
        return table.keys.contains { dimension.name(of: $0) != nil }
    }

    private func answer(
        _ table: CostTable,
        _ policy: CostPolicy,
        _ asOf: Instant
    ) throws(CommandError) -> SpendAnswer {
        let dimensions = try dimensions()
        let scope: Spend.Scope =
            dimensions.contains(where: \.isOfAllocations) ? .allocations : .bills
        let basis = basis ?? policy.basis
        var parts: [SpendAnswer.Part] = []
        for currency in table.currencies {
            guard let spend = Spend(table, in: currency, basis: basis, scope: scope) else {
                continue
            }
            let settled = Day(inUTC: asOf).adding(days: -policy.settleDays)
            let span = try span(min(spend.days.upperBound, settled))
            // Before the first charge nothing is known, which is not the same as nothing spent.
            let before = spend.days.lowerBound <= span.before.lowerBound ? span.before : nil
            guard let tree = spend.tree(by: dimensions, in: span.now, before: before),
                !tree.parts.isEmpty
            else { continue }
            parts.append(SpendAnswer.Part(spend: spend, days: span.now, tree: tree))
        }
        return SpendAnswer(dimensions: dimensions, parts: parts)
    }

    private func dimensions() throws(CommandError) -> [SpendDimension] {
        var dimensions: [SpendDimension] = []
        for word in by.split(separator: ",") {
            guard let dimension = SpendDimension(word) else {
                let words = SpendDimension.words.map(\.word)
                let near = NearestName.of(String(word), among: words)
                throw .badArgument(
                    name: "--by",
                    value: String(word),
                    form: near.map { "one of the dimensions, perhaps \($0)" }
                        ?? "one of \(words.joined(separator: ", ")), tag:NAME"
                )
            }
            dimensions.append(dimension)
        }
        guard !dimensions.isEmpty else {
            throw .badArgument(name: "--by", value: by, form: "a dimension such as service")
        }
        return dimensions
    }

    /// The days that are meant, and those they are compared with.
    private func span(_ last: Day) throws(CommandError) -> (now: Range<Day>, before: Range<Day>) {
        let end = try day(to, "--to") ?? last
        guard let start = try day(from, "--from") else {
            let month = Month(of: end)
            let count = end.number - month.first.number + 1
            let before = month.previous
            let same = before.first..<before.first.adding(days: min(count, before.length))
            return (month.first..<end.adding(days: 1), same)
        }
        guard start <= end else {
            throw .badArgument(name: "--from", value: "\(start)", form: "a day up to \(end)")
        }
        let count = end.number - start.number + 1
        return (start..<end.adding(days: 1), start.adding(days: -count)..<start)
    }

    private func day(_ text: String?, _ name: String) throws(CommandError) -> Day? {
        guard let text else { return nil }
        guard let day = Day(iso8601: text) else {
            throw .badArgument(name: name, value: text, form: "a day such as 2026-11-20")
        }
        return day
    }
}

extension CostBasis: ExpressibleByArgument {}
