/// One container of one pod over the hours of a window.
package struct ContainerUse: Hashable, Sendable {
    package var place: CostPlace
    /// The index of its first hour in the window.
    package var firstHour: Int
    /// From the first hour on, without gaps.
    package var hours: [HourlyUse]
    /// What it used at each moment that was measured; nil where that is of no use, as for jobs.
    package var points: UsagePoints?

    package init(
        place: CostPlace,
        firstHour: Int,
        hours: [HourlyUse],
        points: UsagePoints? = nil
    ) {
        self.place = place
        self.firstHour = firstHour
        self.hours = hours
        self.points = points
    }
}
