/// Core-, GiB- and GPU-hours that were allocated.
struct AllocatedHours: Hashable, Sendable {
    var cpu = 0.0
    var memory = 0.0
    var gpu = 0.0
}

/// What is allocated to a container on each of its days, ascending.
struct ContainerDays: Sequence, IteratorProtocol {
    private let container: ContainerUse
    private let hours: CostHours
    private var position = 0

    init(_ container: ContainerUse, _ hours: CostHours) {
        self.container = container
        self.hours = hours
    }

    mutating func next() -> (day: Int, use: AllocatedHours)? {
        guard let day = day(of: position) else { return nil }
        var use = AllocatedHours()
        while self.day(of: position) == day {
            let hour = container.hours[position]
            use.cpu += hour.cpu
            use.memory += hour.memory
            use.gpu += hour.gpu
            position += 1
        }
        return (day, use)
    }

    /// The day of an hour of the container; nil beyond its last one, or the window's.
    private func day(of position: Int) -> Int? {
        let hour = container.firstHour + position
        guard container.hours.indices.contains(position), hours.dayOfHour.indices.contains(hour)
        else { return nil }
        return hours.dayOfHour[hour]
    }
}

extension HourlyUse {
    mutating func add(_ other: HourlyUse) {
        cpuRequest += other.cpuRequest
        cpuUse += other.cpuUse
        memoryRequest += other.memoryRequest
        memoryUse += other.memoryUse
        gpu += other.gpu
    }
}
