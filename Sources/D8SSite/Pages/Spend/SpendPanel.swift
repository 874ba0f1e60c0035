import D8SCharts
import D8SModel

/// One picture of what was spent, with its rows for programs.
struct SpendPanel {
    let panel: Panel
    let csv: [UInt8]

    /// `columns` of the table, with the plain values of each row.
    init(
        id: String,
        heading: String,
        source: String,
        chart: any Chart,
        columns: [Table.Column],
        rows: [[DataValue]],
        _ format: Format
    ) {
        var table = Table(columns, isSortable: true)
        var csv = CSV(header: columns.map(\.title))
        for row in rows {
            table.add(row.map { Self.cell($0, format) })
            csv.add(row)
        }
        panel = Panel(
            id: id,
            heading: heading,
            source: source,
            chart: chart,
            table: table,
            csv: id + ".csv"
        )
        self.csv = csv.bytes
    }

    private static func cell(_ value: DataValue, _ format: Format) -> Table.Cell {
        var cell: Table.Cell
        switch value {
        case .text(let text): cell = Table.Cell(text)
        case .decimal(let amount):
            cell = Table.Cell(format.money(amount.double))
            cell.sort = amount.double
        case .number(let amount):
            cell = Table.Cell(format.money(amount))
            cell.sort = amount
        case .day(let day):
            cell = Table.Cell(format.fullDay(day))
            cell.sort = Double(day.number)
        default: cell = Table.Cell("–")
        }
        return cell
    }
}
