import D8SAnalysis
import D8SModel
import Testing

/// Savings add up and never exceed what is spent, whatever the clusters and pipelines.
struct RecommendationsConservationTests {
    private static func recommendations(_ seed: UInt64) -> (ClusterUse, Recommendations) {
        var cluster = RandomCluster(seed: seed, days: 20)
        cluster.addPoints(seed: seed)
        var policy = RecommendationPolicy()
        policy.leastSaving = decimal("0.01")
        policy.idleShare = 0.6
        policy.failureShare = 0
        let found = Recommendations(
            of: cluster.use,
            rates: RandomCluster.rates,
            pipelines: RandomPipelines(seed: seed).costs,
            policy
        )
        return (cluster.use, found)
    }

    @Test(arguments: UInt64(1)...6) func `savings never exceed the spend`(seed: UInt64) {
        let (_, found) = Self.recommendations(seed)
        #expect(!found.all.isEmpty)
        #expect(found.savings.map(\.amount) == [found.all.map(\.saving.amount).total])
        #expect(found.savings.first?.amount ?? .zero <= found.spend.first?.amount ?? .zero)
        #expect(found.all.map(\.priority) == Array(1...found.all.count))
        for recommendation in found.all {
            #expect(recommendation.saving.amount > .zero)
            #expect(recommendation.saving.amount <= recommendation.spend.amount)
        }
    }

    @Test(arguments: UInt64(1)...6) func `what is said to be saved is what it costs less`(
        seed: UInt64
    ) {
        let (use, found) = Self.recommendations(seed)
        let sizings = RightSizing.all(of: use.containers)
        let saved = found.all.filter { $0.kind == .rightSize }
        var lower = use
        lower.containers = use.containers.map { container in
            sizings.filter { sizing in saved.contains { $0.place == sizing.place } }
                .reduce(container) { $1.applied(to: $0) }
        }
        let before = ClusterAllocation.cost(of: use, rates: RandomCluster.rates)
        let after = ClusterAllocation.cost(of: lower, rates: RandomCluster.rates)
        let difference = before.workloads.minus(after.workloads).perMonth(of: 480)
        // Each saving is cut to a millionth.
        let said = saved.map(\.saving.amount).total
        let gap = difference.minus(said)
        #expect(gap >= .zero && gap <= decimal("0.0001"), "\(difference) is not \(said)")
    }

    @Test(arguments: UInt64(1)...3) func `order changes nothing`(seed: UInt64) {
        var (use, found) = Self.recommendations(seed)
        var random = Xoshiro(seed: seed)
        use.nodes.shuffle(using: &random)
        use.containers.shuffle(using: &random)
        use.volumes.shuffle(using: &random)
        var policy = RecommendationPolicy()
        policy.leastSaving = decimal("0.01")
        policy.idleShare = 0.6
        policy.failureShare = 0
        let again = Recommendations(
            of: use,
            rates: RandomCluster.rates,
            pipelines: RandomPipelines(seed: seed).costs,
            policy
        )
        #expect(again == found)
        found = again
    }
}

extension RandomCluster {
    /// Adds measurements to the containers, which use little of what they ask for.
    mutating func addPoints(seed: UInt64) {
        var random = Xoshiro(seed: seed &+ 1000)
        for index in use.containers.indices {
            var points = UsagePoints(
                cpu: UsageDigest(points: 200),
                memory: UsageDigest(points: 200),
                cpuRequest: .random(in: 0.5...2, using: &random),
                memoryRequest: .random(in: 1e9...8e9, using: &random),
                first: 0,
                last: 15 * 86_400_000
            )
            for _ in 0..<200 {
                points.cpu.add(.random(in: 0...0.8, using: &random))
                points.memory.add(.random(in: 0...2e9, using: &random))
            }
            use.containers[index].points = points
        }
    }
}

/// Runs of pipelines at random, the same for the same seed.
struct RandomPipelines {
    let costs: PipelineCosts

    init(seed: UInt64) {
        var random = Xoshiro(seed: seed &+ 5)
        let window = CostHours.days(20).window
        var runs: [Run] = []
        for index in 0..<80 {
            let created = window.start.adding(seconds: .random(in: 0...1_600_000, using: &random))
            let started = created.adding(seconds: .random(in: 0...4000, using: &random))
            let failed = Double.random(in: 0...1, using: &random) < 0.3
            let status = failed ? RunStatus.failure : .success
            let steps = (0..<3).map { place in
                RunStep(
                    name: "s\(place)",
                    cpuRequest: .random(in: 0...4, using: &random),
                    memoryRequest: .random(in: 0...8e9, using: &random)
                )
            }
            runs.append(
                Run(
                    id: "p\(index)",
                    kind: .pipeline,
                    pipeline: "build\(index % 4)",
                    namespace: "ci",
                    created: created,
                    status: status
                )
            )
            runs.append(
                Run(
                    id: "t\(index)",
                    kind: .task,
                    pipeline: "task",
                    namespace: "ci",
                    parent: "p\(index)",
                    task: "task",
                    created: created,
                    started: started,
                    finished: started.adding(seconds: .random(in: 0...9000, using: &random)),
                    status: status,
                    retries: Int.random(in: 0...2, using: &random),
                    steps: steps
                )
            )
        }
        costs = PipelineCosting(rates: RandomCluster.rates, asOf: window.end)
            .costs(of: runs, in: window)
    }
}
