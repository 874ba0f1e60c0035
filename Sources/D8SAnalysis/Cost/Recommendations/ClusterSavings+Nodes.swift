import D8SModel

extension ClusterSavings {
    /// Nodes without which the others have room for everything, the emptiest first.
    mutating func addNodes(_ lower: ClusterCost) {
        for cluster in Set(lower.nodes.map(\.cluster)).sorted() {
            var room = NodeRoom(lower, cluster: cluster)
            for node in room.candidates(days: policy.days, share: policy.idleShare) {
                guard room.remove(node) else { continue }
                let claimed = claimed(before: node)
                let saving = month(node.asset.total.minus(claimed))
                guard saving.amount >= policy.leastSaving else { continue }
                recommendations.append(recommendation(node, saving))
            }
        }
    }

    /// What lower requests on the node were said to save already.
    private func claimed(before node: NodeCost) -> ExactDecimal {
        let original = cost.nodes.first { $0.cluster == node.cluster && $0.name == node.name }
        return original.map { $0.allocated.total.minus(node.allocated.total) } ?? .zero
    }

    private func recommendation(_ node: NodeCost, _ saving: Money) -> Recommendation {
        Recommendation(
            kind: .idleNode,
            place: CostPlace(cluster: node.cluster, node: node.name),
            subject: node.name,
            saving: saving,
            spend: month(node.asset.total),
            effort: .medium,
            risk: .medium,
            changes: [],
            basis: """
                What the node costs, less what lower requests on it already save; the other nodes \
                have room for its pods.
                """,
            snippet: .removal(ofNode: node.name)
        )
    }

    mutating func addVolumes() {
        for volume in cost.volumes {
            let days = volume.use.capacity.count { $0 > 0 }
            let isUnclaimed = volume.use.claim.isEmpty && volume.use.unclaimedDays >= policy.days
            let isUnmounted =
                !volume.use.claim.isEmpty && volume.use.isMounted == false
                && Double(days) >= policy.days
            guard isUnclaimed || isUnmounted else { continue }
            recommendations.append(
                Recommendation(
                    kind: isUnclaimed ? .unclaimedVolume : .unmountedVolume,
                    place: CostPlace(
                        cluster: volume.use.cluster,
                        namespace: volume.use.claimNamespace
                    ),
                    subject: volume.use.name,
                    saving: month(volume.cost),
                    spend: month(volume.cost),
                    effort: .low,
                    risk: isUnclaimed ? .medium : .high,
                    changes: [],
                    basis: "What the volume costs; look at what is on it before.",
                    snippet: .removal(of: volume.use)
                )
            )
        }
    }
}
