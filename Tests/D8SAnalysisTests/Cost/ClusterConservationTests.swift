import D8SAnalysis
import D8SModel
import Testing

/// Whatever a cluster did, its money is neither lost nor made.
struct ClusterConservationTests {
    private static let policies = [
        SharePolicy.none, SharePolicy(namespaces: ["n0"], sharesIdle: true, method: .even),
        SharePolicy(sharesIdle: true, sharesOverhead: true),
        SharePolicy(namespaces: ["n1"], method: .weights(["n2": decimal("0.7")])),
    ]

    @Test(arguments: UInt64(1)...8) func `lines, shares and days come to the whole`(seed: UInt64) {
        let use = RandomCluster(seed: seed).use
        let cost = ClusterAllocation.cost(of: use, rates: RandomCluster.rates)
        let whole = cost.total
        #expect(cost.workloads.plus(cost.idle).plus(cost.overhead) == whole)
        #expect(cost.daily.totals.total == whole)
        #expect(!cost.gaps.contains { $0.kind == .difference })
        for dimension in CostDimension.allCases {
            for policy in Self.policies {
                let shares = cost.shares(by: dimension, policy)
                #expect(shares.map(\.total).total == whole)
            }
        }
        for dimension in DailyCosts.dimensions {
            #expect(cost.daily.by(dimension).flatMap(\.amounts).total == whole)
        }
    }

    @Test(arguments: UInt64(1)...4) func `order changes nothing`(seed: UInt64) {
        let use = RandomCluster(seed: seed).use
        var random = Xoshiro(seed: seed)
        var other = use
        other.nodes.shuffle(using: &random)
        other.containers.shuffle(using: &random)
        other.volumes.shuffle(using: &random)
        let rates = RandomCluster.rates
        #expect(
            ClusterAllocation.cost(of: use, rates: rates)
                == ClusterAllocation.cost(of: other, rates: rates)
        )
    }
}
