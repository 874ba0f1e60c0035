package import D8SModel

/// A square per day in columns of ISO weeks: how much happened, and on which days something failed.
package struct CalendarChart: Hashable, Sendable {
    package struct Cell: Hashable, Sendable {
        package var day: Day
        package var count: Int
        /// How many of `count` failed; such a day is marked by colour and by shape.
        package var failures: Int

        package init(day: Day, count: Int, failures: Int = 0) {
            self.day = day
            self.count = count
            self.failures = failures
        }
    }

    package var title: String
    package var first: Day
    package var last: Day
    /// Days that are not listed had nothing.
    package var cells: [Cell]
    package var format: Format

    package init(title: String, first: Day, last: Day, cells: [Cell], format: Format) {
        self.title = title
        self.first = first
        self.last = last
        self.cells = cells
        self.format = format
    }
}
