import D8SAnalysis
import D8SModel

/// What the greatest services of a month are made of, service by service: accounts, regions and
/// resources, beside the same days of the month before.
struct SpendDrill {
    /// Services, and parts of each, that are shown.
    private static let services = 10
    private static let length = 20

    private let report: SpendReport
    private let format: Format

    init(_ report: SpendReport, _ format: Format) {
        (self.report, self.format) = (report, format)
    }

    /// The greatest service first; only those whose charges say more of them.
    var fields: [Fields] {
        let month = report.outlook.month, end = report.through.adding(days: 1)
        let count = min(end.number - month.first.number, month.previous.length)
        let before = month.previous.first..<month.previous.first.adding(days: count)
        let tree = report.spend.tree(
            by: [.field(.service), .account, .field(.region), .resource],
            in: month.first..<end,
            before: report.tree.before == nil ? nil : before
        )
        let services = tree?.parts.filter(\.costsAnything) ?? []
        return services.prefix(Self.services).compactMap { service in
            let leaves = service.leaves.filter(\.costsAnything)
                .sorted { ($0.amount, $1.order) > ($1.amount, $0.order) }
            guard leaves.count > 1 else { return nil }
            let rest = leaves.count - Self.length
            return [
                "name": .text(service.name ?? "without a service"),
                "amount": .text(format.money(service.amount.double)),
                "table": .markup(table(leaves.prefix(Self.length)).markup),
                "hasRest": .flag(rest > 0),
                "rest": .prose(
                    "+\(format.count(rest, "part")) more, by `d8s cost --by account,resource`"
                ),
            ]
        }
    }

    private func table(_ leaves: ArraySlice<SpendLeaf>) -> Table {
        var table = Table(
            [
                .init(title: "Resource"), .init(title: "This month", isNumber: true),
                .init(title: "Same days before", isNumber: true),
                .init(title: "Change", isNumber: true), .init(title: "Region"),
                .init(title: "Account"),
            ],
            isSortable: true
        )
        for leaf in leaves {
            let names = leaf.names.reversed().map { Table.Cell($0 ?? "–") }
            let amounts = [leaf.amount, leaf.before, leaf.change].map(money)
            table.add(Array(names.prefix(1) + amounts + names.dropFirst()))
        }
        return table
    }

    private func money(_ amount: ExactDecimal?) -> Table.Cell {
        var cell = Table.Cell(amount.map { format.money($0.double) } ?? "–")
        cell.sort = amount?.double ?? 0
        return cell
    }
}
