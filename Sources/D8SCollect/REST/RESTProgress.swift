/// How the next collection knows where to go on.
package struct RESTProgress: Hashable, Sendable {
    package enum Order: String, Hashable, Sendable, CaseIterable {
        /// Each page brings later rows than the one before.
        case oldestFirst = "oldest_first"
        /// Each page brings earlier rows; those before `{since}` end the reading.
        case newestFirst = "newest_first"
        case none
    }

    /// The time in a row that `{since}` is about.
    package var time: RESTField
    package var order: Order
    /// Seconds that are read again, for rows that change or come late.
    package var overlap: Double
    /// The longest time in seconds that one request may ask for; nil for any.
    package var window: Double?

    package init(
        time: RESTField,
        order: Order = .none,
        overlap: Double = 3600,
        window: Double? = nil
    ) {
        self.time = time
        self.order = order
        self.overlap = overlap
        self.window = window
    }
}
