import D8SModel

extension EvidenceTable {
    /// The first rows as a table.
    func table(rows limit: Int, _ format: Format, reference: Instant) -> Table {
        let isNumber = columns.indices.map { index in
            rows.contains { $0.indices.contains(index) && $0[index].isNumber }
        }
        var table = Table(
            zip(columns, isNumber).map { .init(title: $0, isNumber: $1) },
            isSortable: true
        )
        for row in rows.prefix(limit) {
            table.add(row.map { $0.shown(format, reference: reference) })
        }
        return table
    }

    /// All rows for programs; durations in seconds, shares from 0 to 1.
    var csv: [UInt8] {
        var csv = CSV(header: columns)
        for row in rows { csv.add(row.map(\.dataValue)) }
        return csv.bytes
    }
}

extension EvidenceTable.Cell {
    fileprivate var isNumber: Bool {
        if case .number = self { true } else { false }
    }

    fileprivate func shown(_ format: Format, reference: Instant) -> Table.Cell {
        var cell: Table.Cell
        switch self {
        case .text(let text): cell = .init(text)
        case .code(let code):
            cell = .init(code.shortened(to: 24))
            cell.isCode = true
        case .time(let time):
            cell = .init(format.dateTime(time, reference: reference))
            cell.sort = Double(time.milliseconds)
        case .number(let number, let unit):
            cell = .init(format.value(number, unit))
            cell.sort = number
        case .missing(let words):
            cell = .init(words)
            cell.isSevere = true
        }
        return cell
    }

    fileprivate var dataValue: DataValue {
        switch self {
        case .text(let text), .code(let text), .missing(let text): .text(text)
        case .time(let time): .instant(time)
        case .number(let number, _): .number(number)
        }
    }
}
