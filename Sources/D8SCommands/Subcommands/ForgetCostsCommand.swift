import ArgumentParser
import D8SHistory
import D8SModel

/// The command `d8s history forget-costs`.
struct ForgetCostsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget-costs",
        abstract: "Removes bills that came by mistake from the history.",
        discussion: """
            A wrong currency in one row of an export, or a row without its account, makes a bill of
            its own, which stays when the corrected export is imported. This removes the bills of
            one source that are meant, with all their charges, and prints them. What is not said
            is any: with the source alone all of its bills are removed. Exit status 1 says that
            there was none. `d8s history --vacuum` gives the space back to the disk.
            Examples:
              d8s history forget-costs --source import:costs --currency EUR
              d8s history forget-costs --source cloud --account "" --period 2026-10
            """
    )

    @OptionGroup var config: ConfigOptions

    @Option(help: ArgumentHelp("The source that brought it; see d8s sources.", valueName: "name"))
    var source: String

    @Option(help: ArgumentHelp("The billing account; \"\" is none.", valueName: "id"))
    var account: String?

    @Option(help: ArgumentHelp("Three capital letters.", valueName: "code"))
    var currency: String?

    @Option(help: ArgumentHelp("The month of the billing period.", valueName: "yyyy-mm"))
    var period: String?

    func run() async throws {
        let currency = try meantCurrency()
        let month = try meantMonth()
        let session = try Session.orDefaults(config)
        let forgotten = try session.history.forgetCosts(of: source) { statement in
            account.map { $0 == statement.account } ?? true
                && currency.map { $0 == statement.currency } ?? true
                && month.map { $0.contains(statement.period.middle) } ?? true
        }
        for costs in forgotten {
            let lines = costs.lines == 1 ? "1 charge" : "\(costs.lines) charges"
            print(TerminalText.of("Removed the \(costs.statement.bill.words): \(lines)"))
        }
        guard forgotten.isEmpty else { return }
        throw CommandError.noSuchCosts(source: source)
    }

    private func meantCurrency() throws(CommandError) -> Currency? {
        guard let text = currency else { return nil }
        guard let code = Currency(text) else {
            let form = "three capital letters, as USD"
            throw .badArgument(name: "--currency", value: text, form: form)
        }
        return code
    }

    /// The month in UTC.
    private func meantMonth() throws(CommandError) -> Window? {
        guard let text = period else { return nil }
        guard let first = Day(iso8601: text + "-01") else {
            throw .badArgument(name: "--period", value: text, form: "a month, as 2026-10")
        }
        var next = first.adding(days: 28)
        while next.month == first.month { next = next.adding(days: 1) }
        return Window(start: first.startInUTC, end: next.startInUTC)
    }
}

extension Window {
    /// The instant between its start and its end.
    fileprivate var middle: Instant {
        Instant(milliseconds: (start.milliseconds + end.milliseconds) / 2)
    }
}
