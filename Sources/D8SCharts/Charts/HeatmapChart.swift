package import D8SModel

/// A grid of cells, each as strong as its value.
///
/// Nothing is the page itself; what is not known, as time without a column, is hatched.
package struct HeatmapChart: Hashable, Sendable {
    /// What the columns stand for.
    package enum Columns: Hashable, Sendable {
        /// The first instant of each column, in order; each lasts up to the next one.
        case times([Instant])
        case names([String])
    }

    /// What the rows stand for.
    package enum Rows: Hashable, Sendable {
        /// From top to bottom.
        case names([String])
        /// Upper bounds of classes from low to high, drawn from the bottom up; the last one may be
        /// infinite. Written in this unit.
        case bounds([Double], Unit)
    }

    /// What a cell shows where there are more columns or rows than pixels.
    package enum Grouping: Hashable, Sendable {
        case sum, greatest
    }

    /// A line over classes, as a percentile in time.
    package struct Overlay: Hashable, Sendable {
        /// Written before the last value: `P99`.
        package var label: String
        /// A value for each column, in the unit of the bounds; nil is a gap.
        package var values: [Double?]

        package init(label: String, values: [Double?]) {
            self.label = label
            self.values = values
        }
    }

    /// What the picture says, for people who cannot see it.
    package var title: String
    package var columns: Columns
    package var rows: Rows
    /// A list for each row, in the rows' order, with a value for each column; nil is not known.
    package var cells: [[Double?]]
    /// Of the cells' values.
    package var unit: Unit
    package var format: Format
    package var grouping: Grouping
    /// Only drawn over `Rows.bounds`.
    package var overlay: Overlay?
    /// What the hatch means, in the key.
    package var unknownWord: String
    /// What the axis of `Columns.times` shows; nil shows all columns.
    package var window: Window?

    package init(
        title: String,
        columns: Columns,
        rows: Rows,
        cells: [[Double?]],
        unit: Unit,
        format: Format,
        grouping: Grouping = .greatest,
        overlay: Overlay? = nil,
        unknownWord: String = "no data",
        window: Window? = nil
    ) {
        self.title = title
        self.columns = columns
        self.rows = rows
        self.cells = cells
        self.unit = unit
        self.format = format
        self.grouping = grouping
        self.overlay = overlay
        self.unknownWord = unknownWord
        self.window = window
    }
}
