/// What a container of a controller should ask for, by what its pods used.
///
/// CPU: the highest 95th percentile over the pods. Memory: the peak × 1.15, never under the peak.
/// Both rounded up, to a thousandth of a core and a MiB.
package struct RightSizing: Hashable, Sendable {
    /// The controller and its container, without pod and node.
    package let place: CostPlace
    package let pods: Int
    /// At most one for each resource, and only lower ones.
    package let changes: [RequestChange]

    /// The containers of controllers that ask for more than they need, sorted.
    package static func all(
        of containers: [ContainerUse],
        _ policy: RightSizingPolicy = RightSizingPolicy()
    ) -> [RightSizing] {
        let measured = containers.filter { $0.points != nil && !$0.place.controller.isEmpty }
        let newest = measured.compactMap { $0.points?.last }.max() ?? 0
        return Dictionary(grouping: measured) { $0.place.ofContainer }
            .compactMap { place, pods in
                RightSizing(place, pods.compactMap(\.points), policy, newest: newest)
            }
            .sorted { $0.place < $1.place }
    }

    /// Nil if there is nothing to say, or if it was not there any more on the last day.
    private init?(
        _ place: CostPlace,
        _ pods: [UsagePoints],
        _ policy: RightSizingPolicy,
        newest: Int64
    ) {
        guard let first = pods.compactMap(\.first).min(), let last = pods.compactMap(\.last).max(),
            Double(last) - Double(first) >= policy.days * 86_400_000,
            Double(newest) - Double(last) <= 86_400_000
        else { return nil }
        changes = [Self.cpu(pods, policy), Self.memory(pods, policy)].compactMap { $0 }
        guard !changes.isEmpty else { return nil }
        self.place = place
        self.pods = pods.count
    }

    private static func cpu(_ pods: [UsagePoints], _ policy: RightSizingPolicy) -> RequestChange? {
        let need = pods.compactMap { $0.cpu.quantile(policy.cpuShare) }.max()
        return change(.cpu, pods.map(\.cpu), latest(pods, \.cpuRequest), policy) {
            rounded(max(need ?? .infinity, policy.leastCPU), to: 0.001)
        }
    }

    private static func memory(
        _ pods: [UsagePoints],
        _ policy: RightSizingPolicy
    ) -> RequestChange? {
        let peak = pods.compactMap(\.memory.peak).max() ?? .infinity
        return change(.memory, pods.map(\.memory), latest(pods, \.memoryRequest), policy) {
            rounded(
                max(peak * max(1, policy.memoryFactor), policy.leastMemory),
                to: 1_048_576
            )
        }
    }

    private static func change(
        _ resource: RequestChange.Resource,
        _ digests: [UsageDigest],
        _ current: Double?,
        _ policy: RightSizingPolicy,
        _ recommended: () -> Double
    ) -> RequestChange? {
        let points = digests.map(\.count).reduce(0, +)
        let amount = recommended()
        guard points >= policy.points, let current, amount < current else { return nil }
        return RequestChange(
            resource: resource,
            current: current,
            recommended: amount,
            points: points,
            // By more than what binary fractions add.
            exceeded: digests.map { $0.count(above: amount * (1 + 1e-9)) }.reduce(0, +)
        )
    }

    /// What the pod asks for that was seen last; of several the most.
    private static func latest(
        _ pods: [UsagePoints],
        _ request: KeyPath<UsagePoints, Double?>
    ) -> Double? {
        let last = pods.compactMap(\.last).max()
        return pods.filter { $0.last == last }.compactMap { $0[keyPath: request] }.max()
    }

    /// Rounded up, but for what binary fractions add.
    private static func rounded(_ value: Double, to step: Double) -> Double {
        (value / step - 1e-6).rounded(.up) * step
    }
}

extension RightSizing {
    /// The container as it would have been with what is recommended; others stay as they are.
    package func applied(to container: ContainerUse) -> ContainerUse {
        guard container.place.ofContainer == place, let points = container.points else {
            return container
        }
        var result = container
        for change in changes {
            let asked =
                change.resource == .cpu ? points.cpuRequest : points.memoryRequest
            guard let asked, asked > change.recommended else { continue }
            let factor = change.recommended / asked
            let part: WritableKeyPath<HourlyUse, Double> =
                change.resource == .cpu ? \.cpuRequest : \.memoryRequest
            for hour in result.hours.indices { result.hours[hour][keyPath: part] *= factor }
        }
        return result
    }
}

extension CostPlace {
    /// The same container of the same controller, in whichever pod.
    package var ofContainer: CostPlace {
        var place = self
        (place.node, place.pod) = ("", "")
        return place
    }
}
