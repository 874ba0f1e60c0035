import D8SModel

/// The room that the nodes of a cluster have, while nodes are taken away.
struct NodeRoom {
    /// Core-hours and GiB-hours.
    private struct Room {
        var cpu = 0.0
        var memory = 0.0
    }

    private var nodes: [NodeCost]
    /// What the pods of each node ask for that would have to move: all but those of the node
    /// itself.
    private var movable: [String: Room] = [:]
    private var moved = Room()

    init(_ cost: ClusterCost, cluster: String) {
        nodes = cost.nodes.filter { $0.cluster == cluster }
        let rates = Dictionary(nodes.map { ($0.name, $0.rates) }) { first, _ in first }
        let stays: Set = ["DaemonSet", "Node"]
        for line in cost.lines where line.kind == .workload && line.place.cluster == cluster {
            guard let price = rates[line.place.node],
                !stays.contains(line.place.controllerKind)
            else { continue }
            var room = movable[line.place.node] ?? Room()
            room.cpu += Self.hours(line.amounts.cpu, price.cpu)
            room.memory += Self.hours(line.amounts.memory, price.memory)
            movable[line.place.node] = room
        }
    }

    /// Nodes that are there, not of the control plane, have no GPUs, and of which at most a share
    /// is asked for by pods that would have to move; the emptiest first.
    func candidates(days: Double, share: Double) -> [NodeCost] {
        nodes.filter { node in
            guard node.isThere, !node.isControlPlane, node.hours >= days * 24,
                node.asset.gpu.isZero, node.asset.total > .zero
            else { return false }
            return use(of: node) <= share
        }.sorted { (use(of: $0), $0.name) < (use(of: $1), $1.name) }
    }

    /// Takes a node away if the others have room for its pods, and those moved before.
    mutating func remove(_ node: NodeCost) -> Bool {
        let others = nodes.filter { $0.name != node.name }
        let leaving = movable[node.name] ?? Room()
        let wanted = Room(cpu: moved.cpu + leaving.cpu, memory: moved.memory + leaving.memory)
        let free = others.filter(\.isThere).reduce(into: Room()) { room, other in
            room.cpu += max(0, Self.hours(other.idle.cpu, other.rates.cpu))
            room.memory += max(0, Self.hours(other.idle.memory, other.rates.memory))
        }
        guard others.contains(where: \.isThere), wanted.cpu <= free.cpu,
            wanted.memory <= free.memory
        else { return false }
        (nodes, moved) = (others, wanted)
        return true
    }

    /// The greater of the shares of CPU and memory that would have to move.
    private func use(of node: NodeCost) -> Double {
        let room = movable[node.name] ?? Room()
        let cpu = Self.hours(node.asset.cpu, node.rates.cpu)
        let memory = Self.hours(node.asset.memory, node.rates.memory)
        return max(cpu > 0 ? room.cpu / cpu : 0, memory > 0 ? room.memory / memory : 0)
    }

    private static func hours(_ amount: ExactDecimal, _ rate: ExactDecimal) -> Double {
        rate > .zero ? amount.double / rate.double : 0
    }
}
