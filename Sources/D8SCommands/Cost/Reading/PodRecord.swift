/// What the series of a pod say of it.
struct PodRecord {
    /// What tells pods apart: a pod of a stateful set that comes again is the same.
    struct ID: Hashable, Comparable {
        let cluster, namespace, name: String

        static func < (left: ID, right: ID) -> Bool {
            (left.cluster, left.namespace, left.name)
                < (right.cluster, right.namespace, right.name)
        }
    }

    let id: ID
    /// Where it ran, each from a time on, in milliseconds since 1970; ascending.
    private var nodes: [(from: Int64, node: String)] = []
    var ownerKind = ""
    var owner = ""
    /// The hash in the name of a replica set of a deployment.
    var templateHash = ""
    /// The pipeline of Tekton that it is of.
    var pipeline = ""
    var team = ""
    /// Milliseconds since 1970; nil if not known.
    var started, completed: Int64?
    /// The claims that it mounts.
    var claims: Set<String> = []

    init(_ id: ID) {
        self.id = id
    }

    mutating func add(node: String, from time: Int64) {
        let place = nodes.firstIndex { ($0.from, $0.node) > (time, node) } ?? nodes.count
        nodes.insert((time, node), at: place)
    }

    /// Where it ran at a time; where it began if that was later; empty if nobody says.
    func node(at time: Int64) -> String {
        if nodes.count == 1 { return nodes[0].node }
        return nodes.last { $0.from <= time }?.node ?? nodes.first?.node ?? ""
    }

    /// Hours from its start to its end; nil if one is not known.
    var hours: Double? {
        guard let started, let completed, completed >= started else { return nil }
        return Double(completed - started) / 3_600_000
    }
}
