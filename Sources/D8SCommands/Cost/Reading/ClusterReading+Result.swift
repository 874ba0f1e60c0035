import D8SAnalysis
import D8SModel

extension ClusterReading {
    /// What was read, for an allocation.
    mutating func takeUse() -> ClusterUse {
        // Before the containers are taken out.
        let (users, hoursSeen) = (usersOfClaims, hoursSeen)
        return ClusterUse(
            hours: hours,
            nodes: nodes.sorted { $0.key < $1.key }.map { id, node in
                NodeUse(
                    cluster: id.cluster,
                    name: id.name,
                    kind: node.kind,
                    isControlPlane: node.isControlPlane,
                    price: node.price,
                    days: node.days(hours)
                )
            },
            containers: takeContainers(),
            volumes: volumes.sorted { $0.key < $1.key }.map { id, volume in
                use(id, volume, users)
            },
            loadBalancers: balancers.sorted { $0.key < $1.key }
                .map { DailyUse(place: $0.key, days: $0.value) },
            traffic: traffic.sorted { $0.key < $1.key }
                .map { DailyUse(place: place(of: $0.key), days: $0.value) },
            hoursSeen: hoursSeen,
            problems: problems.sorted()
        )
    }

    /// What is known of pods that task runs ran on.
    ///
    /// - Parameters:
    ///   - wanted: The pods, by namespace and name.
    ///   - containers: What `takeUse` gave.
    ///   - cost: The allocation of it, which knows the rates of nodes.
    /// - Returns: Those that are known.
    func pods(
        _ wanted: Set<PodUse.ID>,
        containers: [ContainerUse],
        cost: ClusterCost
    ) -> [PodUse.ID: PodUse] {
        var result: [PodUse.ID: PodUse] = [:]
        let rates = Dictionary(
            cost.nodes.map { (NodeRecord.ID(cluster: $0.cluster, name: $0.name), $0.rates) }
        ) { first, _ in first }
        let volumes = Dictionary(
            volumes.map { (ClaimID($0.cluster, $1.claimNamespace, $1.claim), $1) }
        ) { first, _ in first }
        for (id, pod) in pods.sorted(by: { $0.key < $1.key }) {
            let key = PodUse.ID(namespace: id.namespace, pod: id.name)
            guard wanted.contains(key) else { continue }
            let node = pod.node(at: .max)
            result[key] = PodUse(
                rates: rates[NodeRecord.ID(cluster: id.cluster, name: node)],
                hours: pod.hours,
                volumes: mounts(pod, volumes),
                sent: traffic[id]?.reduce(0, +) ?? 0,
                team: place(of: id).team
            )
        }
        for container in containers {
            let place = container.place
            let key = PodUse.ID(namespace: place.namespace, pod: place.pod)
            guard result[key] != nil else { continue }
            for hour in container.hours {
                result[key]?.cpu += hour.cpuUse
                result[key]?.memory += hour.memoryUse
            }
            let gpu = container.hours.map(\.gpu).reduce(0, +)
            if gpu > 0, let hours = result[key]?.hours, hours > 0 {
                result[key]?.gpus += gpu / hours
            }
        }
        return result
    }

    private mutating func takeContainers() -> [ContainerUse] {
        let keys = cells.keys.sorted()
        return keys.compactMap { id in
            guard let cells = cells.removeValue(forKey: id) else { return nil }
            var anywhere = id
            anywhere.node = ""
            if running.contains(anywhere), !cells.hasAny { return nil }
            var place = place(of: id.pod)
            (place.node, place.container) = (id.node, id.container)
            var points = points.removeValue(forKey: anywhere)
            points?.cpu.settle()
            points?.memory.settle()
            return ContainerUse(
                place: place,
                firstHour: cells.firstHour,
                hours: cells.hours,
                points: points
            )
        }
    }

    /// The controller, pod and team.
    private func place(of id: PodRecord.ID) -> CostPlace {
        let pod = pods[id] ?? PodRecord(id)
        let controller = controllers.of(pod)
        return CostPlace(
            cluster: id.cluster,
            namespace: id.namespace,
            controllerKind: controller.kind,
            controller: controller.name,
            pod: id.name,
            team: pod.team.isEmpty ? teams[[id.cluster, id.namespace]] ?? "" : pod.team
        )
    }

    /// The controllers of the pods that mount each claim.
    private var usersOfClaims: [ClaimID: Set<CostPlace>] {
        var users: [ClaimID: Set<CostPlace>] = [:]
        for pod in pods.values {
            for claim in pod.claims {
                let id = ClaimID(pod.id.cluster, pod.id.namespace, claim)
                users[id, default: []].insert(place(of: pod.id).ofController)
            }
        }
        return users
    }

    private func use(
        _ id: VolumeRecord.ID,
        _ volume: VolumeRecord,
        _ users: [ClaimID: Set<CostPlace>]
    ) -> VolumeUse {
        var capacity = [Double](repeating: 0, count: hours.days.count)
        for (hour, cell) in volume.capacity.sorted(by: { $0.key < $1.key }) {
            capacity[hours.dayOfHour[hour]] += cell.amount
        }
        let mounting = users[ClaimID(id.cluster, volume.claimNamespace, volume.claim)] ?? []
        let freeDays = volume.freeDays(hours)
        let isBound = volume.claim.isEmpty ? false : !volume.hasPhase || volume.bound != nil
        return VolumeUse(
            cluster: id.cluster,
            name: id.name,
            storageClass: volume.storageClass,
            price: volume.price,
            capacity: capacity,
            claimed: isBound ? capacity : capacity.map { _ in 0 },
            claimNamespace: volume.claimNamespace,
            claim: freeDays == nil ? volume.claim : "",
            users: mounting.sorted(),
            isMounted: users.isEmpty || !volume.isThere(hours) ? nil : !mounting.isEmpty,
            unclaimedDays: freeDays ?? 0
        )
    }

    /// The volumes of a pod's claims, as large as they were last.
    private func mounts(
        _ pod: PodRecord,
        _ volumes: [ClaimID: VolumeRecord]
    ) -> [PodUse.Volume] {
        pod.claims.sorted().compactMap { claim in
            volumes[ClaimID(pod.id.cluster, pod.id.namespace, claim)].map { volume in
                let size = volume.capacity.max { $0.key < $1.key }?.value.amount
                return PodUse.Volume(storageClass: volume.storageClass, gibibytes: size ?? 0)
            }
        }
    }

    /// Hours in which there was a node, or a container where no nodes are known.
    private var hoursSeen: Double {
        var seen = [Bool](repeating: false, count: hours.count)
        for node in nodes.values { for hour in node.cells.keys { seen[hour] = true } }
        for cells in cells.values {
            for hour in cells.hours.indices { seen[cells.firstHour + hour] = true }
        }
        return Double(seen.count { $0 })
    }
}

extension ClusterReading {
    /// The teams that labels of namespaces name, whichever cluster they are in.
    var teamsOfNamespaces: [String: String] {
        var result: [String: String] = [:]
        for (key, team) in teams.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            guard let namespace = key.last else { continue }
            result[namespace] = result[namespace] ?? team
        }
        return result
    }
}
