import D8SAnalysis
import D8SModel

/// What was spent on each day of the last 13 months, by provider, account and service, for programs.
struct SpendFile {
    private static let columns = ["day", "provider", "account", "service", "currency", "cost"]

    private let report: SpendReport

    init(_ report: SpendReport) {
        self.report = report
    }

    var csv: [UInt8] {
        var csv = CSV(header: Self.columns)
        let levels: [SpendDimension] = [.field(.provider), .account, .field(.service)]
        let first = report.months.first?.month.first ?? report.through
        let code = DataValue.text(report.spend.currency.code)
        for number in first.number...max(first.number, report.through.number) {
            let day = Day(number: number)
            let tree = report.spend.tree(by: levels, in: day..<day.adding(days: 1))
            for provider in tree?.parts ?? [] {
                for account in provider.parts {
                    for service in account.parts {
                        csv.add([
                            .day(day), .optional(provider.name), .optional(account.name),
                            .optional(service.name), code, .decimal(service.amount),
                        ])
                    }
                }
            }
        }
        return csv.bytes
    }
}
