import D8SModel

/// The cells of a heatmap, brought down to as many columns and rows as can be seen.
struct HeatmapGrid {
    /// A list for each row from the top down.
    let cells: [[Double?]]
    let columns: Int
    /// How many columns of the chart became one.
    let columnStep: Int
    let rowStep: Int

    /// Nil without rows, without columns or without a finite value.
    init?(_ chart: HeatmapChart, columnLimit: Int, rowLimit: Int) {
        let count = chart.columnCount, rows = chart.rowCount
        guard count > 0, rows > 0 else { return nil }
        columnStep = Self.step(count, limit: columnLimit)
        rowStep = Self.step(rows, limit: rowLimit)
        let step = columnStep, columns = (count + step - 1) / step
        self.columns = columns
        let height = rowStep
        let groups = stride(from: 0, to: rows, by: height).map { start in
            chart.cells.dropFirst(start).prefix(min(height, rows - start))
        }
        let found = groups.map {
            Self.row($0, columns: columns, step: step, of: count, chart.grouping)
        }
        guard found.contains(where: { $0.contains { $0 != nil } }) else { return nil }
        cells = chart.isUpward ? found.reversed() : found
    }

    var rows: Int { cells.count }

    private static func step(_ count: Int, limit: Int) -> Int {
        let limit = max(limit, 1)
        return max((count + limit - 1) / limit, 1)
    }

    /// One row of all these rows' values.
    private static func row(
        _ lists: ArraySlice<[Double?]>,
        columns: Int,
        step: Int,
        of count: Int,
        _ grouping: HeatmapChart.Grouping
    ) -> [Double?] {
        var row = [Double?](repeating: nil, count: columns)
        for list in lists {
            for (index, cell) in list.prefix(count).enumerated() {
                guard let cell, cell.isFinite else { continue }
                let value = min(max(cell, -ValueDomain.largest), ValueDomain.largest)
                let column = index / step
                switch (row[column], grouping) {
                case (nil, _): row[column] = value
                case (let known?, .sum):
                    row[column] = min(max(known + value, -ValueDomain.largest), ValueDomain.largest)
                case (let known?, .greatest): row[column] = max(known, value)
                }
            }
        }
        return row
    }
}

extension HeatmapChart {
    var columnCount: Int {
        switch columns {
        case .times(let times): times.count
        case .names(let names): names.count
        }
    }

    var rowCount: Int {
        switch rows {
        case .names(let names): names.count
        case .bounds(let bounds, _): bounds.count
        }
    }

    /// Whether the first row is the lowest one.
    var isUpward: Bool {
        if case .bounds = rows { true } else { false }
    }
}
