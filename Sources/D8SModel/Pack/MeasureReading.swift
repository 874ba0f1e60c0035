/// The values of one measure of a pack over the time that a night looks at.
package struct MeasureReading: Hashable, Sendable {
    /// The values of one series that the measure's query gave.
    package struct Line: Hashable, Sendable {
        package var series: Series
        /// Milliseconds since 1970, ascending.
        package var times: [Int64]
        package var values: [Double]

        package init(series: Series, times: [Int64], values: [Double]) {
            self.series = series
            self.times = times
            self.values = values
        }
    }

    package var pack: String
    package var measure: PackMeasure
    package var window: Window
    /// From one value to the next, in milliseconds.
    package var step: Int64
    /// What `$window` stood for in the query, in milliseconds.
    package var rateWindow: Int64
    /// In the order of their bytes.
    package var lines: [Line]
    /// The same over the week that ends with the window, at longer steps: it tells since when
    /// something lasts, and what has fallen silent.
    package var week: [Line]
    /// Why there are no lines although the pack is at work; nil if the query could be answered.
    package var fault: String?
    /// What the engine warned of.
    package var warnings: [String]
    /// The same of the week.
    package var weekWarnings: [String]

    package init(
        pack: String,
        measure: PackMeasure,
        window: Window,
        step: Int64,
        rateWindow: Int64,
        lines: [Line],
        week: [Line] = [],
        fault: String? = nil,
        warnings: [String] = [],
        weekWarnings: [String] = []
    ) {
        self.pack = pack
        self.measure = measure
        self.window = window
        self.step = step
        self.rateWindow = rateWindow
        self.lines = lines
        self.week = week
        self.fault = fault
        self.warnings = warnings
        self.weekWarnings = weekWarnings
    }
}
