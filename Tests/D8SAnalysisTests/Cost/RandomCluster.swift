import D8SAnalysis
import D8SModel

/// A cluster at random, the same for the same seed.
struct RandomCluster {
    static let rates = Rates(
        base: ResourceRates(
            cpu: decimal("0.031611"),
            memory: decimal("0.004237"),
            gpu: decimal("0.95")
        ),
        storage: decimal("0.00005479452"),
        loadBalancer: decimal("0.0225"),
        network: decimal("0.012"),
        cluster: decimal("0.1"),
        nodes: [
            NodeRates(kind: NodeKind(type: "m5.large"), hour: decimal("0.0960001")),
            NodeRates(kind: NodeKind(isSpot: true), cpu: decimal("0.01234567")),
        ]
    )

    var use: ClusterUse

    init(seed: UInt64, days: Int = 3) {
        var random = Xoshiro(seed: seed)
        let hours = CostHours.days(days)
        func number(_ most: Double) -> Double { Double.random(in: 0...most, using: &random) }
        func name(_ prefix: String, _ most: Int) -> String {
            prefix + "\(Int.random(in: 0..<most, using: &random))"
        }
        use = ClusterUse(hours: hours)
        use.nodes = (0..<4).map { index in
            NodeUse(
                name: "node\(index)",
                kind: NodeKind(
                    type: Bool.random(using: &random) ? "m5.large" : nil,
                    isSpot: Bool.random(using: &random)
                ),
                days: (0..<days).map { _ in
                    NodeUse.Capacity(hours: 24, cpu: number(200), memory: number(900))
                }
            )
        }
        use.containers = (0..<30).map { index in
            let first = Int.random(in: 0..<hours.count, using: &random)
            let count = Int.random(in: 0...(hours.count - first), using: &random)
            return ContainerUse(
                place: CostPlace(
                    node: name("node", 5),
                    namespace: name("n", 4),
                    controllerKind: "Deployment",
                    controller: name("c", 6),
                    pod: "p\(index)",
                    container: "app",
                    team: Bool.random(using: &random) ? name("t", 3) : ""
                ),
                firstHour: first,
                hours: (0..<count).map { _ in
                    HourlyUse(
                        cpuRequest: number(2),
                        cpuUse: number(2),
                        memoryRequest: number(8),
                        memoryUse: number(8),
                        gpu: number(0.1)
                    )
                }
            )
        }
        use.volumes = (0..<5).map { index in
            VolumeUse(
                name: "v\(index)",
                capacity: (0..<days).map { _ in number(5000) },
                claimed: (0..<days).map { _ in number(6000) },
                claimNamespace: name("n", 4),
                claim: index == 0 ? "" : "data",
                users: (0..<(index % 4)).map { CostPlace(namespace: "n\($0)", team: "t\($0)") }
            )
        }
        let place = CostPlace(namespace: "n2")
        use.loadBalancers = [DailyUse(place: place, days: (0..<days).map { _ in number(24) })]
        use.traffic = [DailyUse(place: place, days: (0..<days).map { _ in number(70) })]
    }
}
