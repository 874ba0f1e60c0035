/// Where an item stands in its life across nights.
package struct Life: Hashable, Sendable {
    package enum State: String, Sendable, CaseIterable {
        case new, ongoing, worse, better, resolved, accepted
    }

    package let state: State
    /// The first night on which it was raised without a break until now.
    package let firstNight: Day
    /// 1 on the first night.
    package let night: Int
    /// Severity of each past night, oldest first, this one last; nil where it was not raised.
    package let history: [Severity?]
    /// Until when somebody has to have reacted; nil if the severity sets no time.
    package let due: Instant?
    /// Set while `state` is `accepted`.
    package let acceptance: Acceptance?

    package init(
        state: State,
        firstNight: Day,
        night: Int,
        history: [Severity?],
        due: Instant?,
        acceptance: Acceptance? = nil
    ) {
        self.state = state
        self.firstNight = firstNight
        self.night = night
        self.history = history
        self.due = due
        self.acceptance = acceptance
    }
}
