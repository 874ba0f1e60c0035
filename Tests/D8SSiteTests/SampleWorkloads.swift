import D8SAnalysis
import D8SAttention
import D8SModel

/// A made-up cluster of one node with a container that asks for far more than it uses.
struct SampleWorkloads {
    static var costs: WorkloadCosts {
        let hours = CostHours(Window(start: Sample.at(30), end: Sample.asOf), in: .utc)
        let days = hours.days.map { _ in
            NodeUse.Capacity(hours: 24, cpu: 96, memory: 384)
        }
        let hour = HourlyUse(cpuRequest: 2, cpuUse: 0.1, memoryRequest: 8, memoryUse: 1)
        let use = ClusterUse(
            hours: hours,
            nodes: [NodeUse(cluster: "prod", name: "n1", kind: NodeKind(), days: days)],
            containers: ["checkout", "search"].map { name in
                ContainerUse(
                    place: CostPlace(
                        cluster: "prod",
                        node: "n1",
                        namespace: "shop",
                        controllerKind: "Deployment",
                        controller: name,
                        pod: name + "-1",
                        container: name,
                        team: name
                    ),
                    firstHour: 0,
                    hours: Array(repeating: hour, count: hours.count)
                )
            } + [
                ContainerUse(
                    place: CostPlace(cluster: "prod", node: "gone", namespace: "lost", pod: "p"),
                    firstHour: 0,
                    hours: [HourlyUse(cpuRequest: 1)]
                )
            ],
            volumes: [
                VolumeUse(
                    cluster: "prod",
                    name: "old-data",
                    capacity: hours.days.map { _ in 24 * 500 },
                    claimed: hours.days.map { _ in 0 },
                    unclaimedDays: 30
                )
            ]
        )
        return WorkloadCosts(
            window: hours.window,
            cluster: ClusterAllocation.cost(of: use, rates: .standard),
            pipelines: nil,
            recommendations: Recommendations(of: use, rates: .standard, pipelines: nil)
        )
    }
}

extension Sample {
    /// A cluster that has something to say.
    static var workloads: Sample {
        var sample = Sample(serviceNames: ["web"])
        sample.workloads = SampleWorkloads.costs
        sample.items = SampleSpend.items(
            WorkloadRules.findings(
                in: SampleWorkloads.costs,
                format: Sample.format,
                asOf: Sample.asOf
            ),
            sample.night
        )
        return sample
    }
}
