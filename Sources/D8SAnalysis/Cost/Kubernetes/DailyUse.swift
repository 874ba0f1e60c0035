/// Something that one place used, by day: hours of a load balancer, GiB that a pod sent.
package struct DailyUse: Hashable, Sendable {
    package var place: CostPlace
    /// By the index of the day.
    package var days: [Double]

    package init(place: CostPlace, days: [Double]) {
        self.place = place
        self.days = days
    }
}
