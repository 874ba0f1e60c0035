/// What in a cluster an amount is for, from the cluster down to the container; parts that do not
/// apply or are not known are empty.
package struct CostPlace: Hashable, Comparable, Sendable {
    package var cluster: String
    package var node: String
    package var namespace: String
    /// `Deployment`, `DaemonSet`, `Pipeline` and so on.
    package var controllerKind: String
    package var controller: String
    package var pod: String
    package var container: String
    /// The value of the label that names teams.
    package var team: String

    package init(
        cluster: String = "",
        node: String = "",
        namespace: String = "",
        controllerKind: String = "",
        controller: String = "",
        pod: String = "",
        container: String = "",
        team: String = ""
    ) {
        self.cluster = cluster
        self.node = node
        self.namespace = namespace
        self.controllerKind = controllerKind
        self.controller = controller
        self.pod = pod
        self.container = container
        self.team = team
    }

    /// The name by which amounts are added up; empty if it has none.
    ///
    /// Controllers, pods and containers are named with what they are in, since others may have the
    /// same name.
    package func name(of dimension: CostDimension) -> String {
        switch dimension {
        case .cluster: cluster
        case .node: node
        case .namespace: namespace
        case .team: team
        case .controller:
            controller.isEmpty
                ? "" : [namespace, controllerKind, controller].joined(separator: "/")
        case .pod: pod.isEmpty ? "" : [namespace, pod].joined(separator: "/")
        case .container:
            container.isEmpty ? "" : [namespace, pod, container].joined(separator: "/")
        }
    }

    /// The same place without its pod and container.
    package var ofController: CostPlace {
        var place = self
        (place.node, place.pod, place.container) = ("", "", "")
        return place
    }

    package static func < (left: CostPlace, right: CostPlace) -> Bool {
        left.parts.lexicographicallyPrecedes(right.parts)
    }

    private var parts: [String] {
        [cluster, namespace, controllerKind, controller, pod, container, node, team]
    }
}

/// What amounts can be added up by.
package enum CostDimension: String, CaseIterable, Sendable {
    case cluster, node, namespace, team, controller, pod, container
}
