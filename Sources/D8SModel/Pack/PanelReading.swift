/// What a panel draws: its query's answer over each time range.
package struct PanelReading: Hashable, Sendable {
    /// The ranges that a page offers, in days back from the as-of instant.
    package static let days = [1, 7, 30, 90]

    /// The answer over one time range.
    package struct Span: Hashable, Sendable {
        /// Days back from the as-of instant: 1, 7, 30, 90.
        package var days: Int
        package var window: Window
        /// From one value to the next, in milliseconds.
        package var step: Int64
        package var lines: [MeasureReading.Line]
        /// What the engine warned of.
        package var warnings: [String]

        package init(
            days: Int,
            window: Window,
            step: Int64,
            lines: [MeasureReading.Line],
            warnings: [String] = []
        ) {
            self.days = days
            self.window = window
            self.step = step
            self.lines = lines
            self.warnings = warnings
        }
    }

    package var panel: PackPanel
    /// Shortest first; a range for which the query could not be answered is left out.
    package var spans: [Span]
    /// Why there is nothing to draw; nil if the query could be answered.
    package var fault: String?

    package init(panel: PackPanel, spans: [Span], fault: String? = nil) {
        self.panel = panel
        self.spans = spans
        self.fault = fault
    }
}
