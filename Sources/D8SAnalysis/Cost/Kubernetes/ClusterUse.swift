/// What clusters had and what was used of it in a window: what an allocation works on.
package struct ClusterUse: Hashable, Sendable {
    package var hours: CostHours
    package var nodes: [NodeUse]
    package var containers: [ContainerUse]
    package var volumes: [VolumeUse]
    /// Hours of load balancers, by their services.
    package var loadBalancers: [DailyUse]
    /// GiB that pods sent.
    package var traffic: [DailyUse]
    /// Hours of the window for which anything is known.
    package var hoursSeen: Double
    /// What is damaged or could not be read, as sentences.
    package var problems: [String]

    package init(
        hours: CostHours,
        nodes: [NodeUse] = [],
        containers: [ContainerUse] = [],
        volumes: [VolumeUse] = [],
        loadBalancers: [DailyUse] = [],
        traffic: [DailyUse] = [],
        hoursSeen: Double? = nil,
        problems: [String] = []
    ) {
        self.hours = hours
        self.nodes = nodes
        self.containers = containers
        self.volumes = volumes
        self.loadBalancers = loadBalancers
        self.traffic = traffic
        self.hoursSeen = hoursSeen ?? Double(hours.count)
        self.problems = problems
    }
}
