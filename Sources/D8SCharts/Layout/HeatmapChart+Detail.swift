import D8SModel

extension HeatmapChart {
    /// Where the greatest value is.
    var detail: String {
        var most: (value: Double, row: Int, column: Int)?
        for (row, list) in cells.prefix(rowCount).enumerated() {
            for (column, cell) in list.prefix(columnCount).enumerated() {
                guard let cell, cell.isFinite, cell > most?.value ?? -.infinity else { continue }
                most = (cell, row, column)
            }
        }
        guard let most else { return "" }
        let place = [name(ofColumn: most.column), name(ofRow: most.row)]
            .map { $0.cleanedForDrawing(limit: 40) }.filter { !$0.isEmpty }
        return (["highest \(format.value(most.value, unit))"] + place).joined(separator: ", ") + "."
    }

    private func name(ofColumn index: Int) -> String {
        switch columns {
        case .names(let names): return names[index]
        case .times(let times):
            return TimeDomain.contains(times[index]) ? format.dateTime(times[index]) : ""
        }
    }

    private func name(ofRow index: Int) -> String {
        switch rows {
        case .names(let names): return names[index]
        case .bounds(let bounds, let unit):
            guard bounds[index].isFinite else { return "" }
            return "up to " + format.value(bounds[index], unit)
        }
    }
}
