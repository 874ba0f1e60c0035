import D8SAnalysis
import D8SModel
import Testing

struct ClusterAllocationTests {
    private func container(
        _ namespace: String,
        _ pod: String,
        node: String = "n1",
        team: String = "",
        firstHour: Int = 0,
        _ hours: [HourlyUse]
    ) -> ContainerUse {
        ContainerUse(
            place: CostPlace(
                node: node,
                namespace: namespace,
                controllerKind: "Deployment",
                controller: pod,
                pod: pod,
                container: "app",
                team: team
            ),
            firstHour: firstHour,
            hours: hours
        )
    }

    /// A node of 4 cores and 16 GiB for a day: 96 · 0.03 + 384 · 0.004 = 2.88 + 1.536 = 4.416.
    ///
    /// Shop asks for 1 core and uses a half: 24 · 0.03 = 0.72. It asks for 2 GiB, and uses 3 for
    /// the first 6 hours, then 1: (6 · 3 + 18 · 2) · 0.004 = 0.216. Build asks for half a core for
    /// 12 hours and uses a whole one: 12 · 0.03 = 0.36; it asks for 1 GiB: 12 · 0.004 = 0.048.
    private var use: ClusterUse {
        let early = HourlyUse(cpuRequest: 1, cpuUse: 0.5, memoryRequest: 2, memoryUse: 3)
        let late = HourlyUse(cpuRequest: 1, cpuUse: 0.5, memoryRequest: 2, memoryUse: 1)
        let build = HourlyUse(cpuRequest: 0.5, cpuUse: 1, memoryRequest: 1, memoryUse: 0.5)
        return ClusterUse(
            hours: .days(1),
            nodes: [.whole("n1", cores: 4, gibibytes: 16)],
            containers: [
                container(
                    "shop",
                    "web",
                    team: "Payments",
                    Array(repeating: early, count: 6)
                        + Array(repeating: late, count: 18)
                ),
                container("build", "job", firstHour: 12, Array(repeating: build, count: 12)),
            ]
        )
    }

    @Test func `a container costs the greater of request and use, hour by hour`() {
        let cost = ClusterAllocation.cost(of: use, rates: .round)
        let shares = cost.shares(by: .namespace)
        #expect(shares.map(\.owner) == [.idle, .named("shop"), .named("build")])
        #expect(shares.map(\.total) == [decimal("3.072"), decimal("0.936"), decimal("0.408")])
        let shop = cost.shares(by: .container)[1].own
        #expect((shop.cpu, shop.memory) == (decimal("0.72"), decimal("0.216")))
        #expect(cost.total == decimal("4.416"))
        #expect(cost.gaps.isEmpty)
    }

    @Test func `idle is what of a node nothing asked for`() {
        let cost = ClusterAllocation.cost(of: use, rates: .round)
        #expect(cost.nodes.map(\.idle.cpu) == [decimal("1.8")])
        #expect(cost.nodes.map(\.idle.memory) == [decimal("1.272")])
        #expect(cost.idle == decimal("3.072"))
        // 3.072 / 4.416
        #expect(abs((cost.idleShare ?? 0) - 0.695_652_173_9) < 1e-9)
    }

    @Test func `efficiency is use by request, weighted by cost`() {
        let cost = ClusterAllocation.cost(of: use, rates: .round)
        let shop = cost.shares(by: .team).first { $0.owner == .named("Payments") }
        #expect(shop?.efficiency.cpu == 0.5)
        #expect(shop?.efficiency.memory == 0.75)
        // (0.72 · 0.5 + 0.216 · 0.75) / 0.936
        #expect(abs((shop?.efficiency.total ?? 0) - 0.522 / 0.936) < 1e-12)
    }

    /// `kube-system` of OpenCost's own example answer (static/allocation-example-output.json of
    /// opencost/opencost-website).
    @Test func `efficiency is what OpenCost says it is`() {
        let efficiency = Efficiency(
            HourlyUse(
                cpuRequest: 0.44979,
                cpuUse: 0.00938,
                memoryRequest: 146_732_650.88941,
                memoryUse: 136_951_343.34801
            ),
            ResourceAmounts(cpu: decimal("1.43086"), memory: decimal("0.09657"))
        )
        #expect(abs((efficiency.cpu ?? 0) - 0.02086) < 0.000_006)
        #expect(abs((efficiency.memory ?? 0) - 0.93334) < 0.000_006)
        #expect(abs((efficiency.total ?? 0) - 0.07855) < 0.000_006)
    }

    @Test func `what asks for nothing and is used is efficient, what does neither is not known`() {
        // `prometheus` of the same answer: no request, and an efficiency of 1.
        let used = Efficiency(HourlyUse(cpuUse: 0.00794), ResourceAmounts(cpu: decimal("0.0218")))
        #expect(used.cpu == 1)
        #expect(used.total == 1)
        #expect(Efficiency(HourlyUse(), .zero).total == nil)
    }

    @Test func `more than there is makes idle negative, and is said`() {
        let hour = HourlyUse(cpuRequest: 1.5, memoryRequest: 1)
        let cost = ClusterAllocation.cost(
            of: ClusterUse(
                hours: .days(1),
                nodes: [.whole("n1", cores: 1, gibibytes: 4)],
                containers: [container("a", "b", Array(repeating: hour, count: 24))]
            ),
            rates: .round
        )
        // (24 - 36) · 0.03
        #expect(cost.nodes.first?.idle.cpu == decimal("-0.36"))
        #expect(
            cost.gaps == [
                CostGap(
                    kind: .negativeIdle,
                    place: CostPlace(node: "n1"),
                    resource: "cpu",
                    amount: decimal("-0.36")
                )
            ]
        )
        // 24 · 0.03 + 96 · 0.004: the whole stays what the node costs.
        #expect(cost.total == decimal("1.104"))
    }

    @Test func `a node that nobody knows costs what runs on it, and is said`() {
        var use = use
        use.nodes = []
        let cost = ClusterAllocation.cost(of: use, rates: .round)
        #expect(cost.total == decimal("1.344"))
        #expect(cost.idle == .zero)
        #expect(cost.gaps.map(\.kind) == [.unknownNode])
        #expect(cost.gaps.map(\.amount) == [decimal("1.344")])
    }

    @Test(arguments: [Double.nan, .infinity, 1e10, -1])
    func `what is no amount counts as nothing, and is said`(size: Double) {
        let volume = VolumeUse(name: "data", capacity: [size], claimed: [1])
        let cost = ClusterAllocation.cost(
            of: ClusterUse(hours: .days(1), volumes: [volume]),
            rates: .round
        )
        #expect(cost.total == .zero)
        #expect(cost.gaps.map(\.kind) == [.unmeasured])
    }

    @Test func `volumes belong to those who mount them, and are idle without a claim`() {
        let mounted = VolumeUse(
            name: "data",
            capacity: [240],
            claimed: [192],
            claimNamespace: "shop",
            claim: "data",
            users: [CostPlace(namespace: "shop"), CostPlace(namespace: "build")]
        )
        let free = VolumeUse(name: "old", storageClass: "fast", capacity: [240], claimed: [0])
        var rates = Rates.round
        rates.storageClasses = ["fast": decimal("0.0003")]
        let cost = ClusterAllocation.cost(
            of: ClusterUse(hours: .days(1), volumes: [mounted, free]),
            rates: rates
        )
        // 240 · 0.0001 + 240 · 0.0003; of the first 192 are claimed, half by each.
        #expect(cost.total == decimal("0.096"))
        #expect(cost.volumes.map(\.cost) == [decimal("0.024"), decimal("0.072")])
        let shares = cost.shares(by: .namespace)
        #expect(shares.map(\.owner) == [.idle, .named("build"), .named("shop")])
        #expect(shares.map(\.total) == [decimal("0.0768"), decimal("0.0096"), decimal("0.0096")])
    }

    @Test func `load balancers, traffic and management come on top`() {
        var rates = Rates.round
        rates.loadBalancer = decimal("0.025")
        rates.network = decimal("0.01")
        rates.cluster = decimal("0.10")
        let place = CostPlace(namespace: "shop")
        var use = use
        use.loadBalancers = [DailyUse(place: place, days: [24])]
        use.traffic = [DailyUse(place: place, days: [5])]
        let cost = ClusterAllocation.cost(of: use, rates: rates)
        #expect(cost.overhead == decimal("2.4"))
        // 4.416 + 0.6 + 0.05 + 2.4
        #expect(cost.total == decimal("7.466"))
        let shop = cost.shares(by: .namespace).first { $0.owner == .named("shop") }
        #expect(shop?.total == decimal("1.586"))
    }

    @Test func `what all need is shared evenly, in proportion or by weight`() {
        let cost = ClusterAllocation.cost(of: use, rates: .round)
        func shares(_ method: SharePolicy.Method) -> [CostOwner: ExactDecimal] {
            let policy = SharePolicy(sharesIdle: true, method: method)
            let pairs = cost.shares(by: .namespace, policy).map { ($0.owner, $0.shared) }
            return Dictionary(uniqueKeysWithValues: pairs)
        }
        #expect(
            shares(.even) == [.named("shop"): decimal("1.536"), .named("build"): decimal("1.536")]
        )
        let weighted = shares(.weights(["shop": decimal("3"), "build": decimal("1")]))
        #expect(weighted == [.named("shop"): decimal("2.304"), .named("build"): decimal("0.768")])
        // 3.072 · 0.936 / 1.344 = 2.1394285714…
        let proportional = shares(.proportional)[.named("shop")]?.double ?? 0
        #expect(abs(proportional - 2.139_428_571_4) < 1e-9)
    }

    @Test func `days come to the whole`() {
        let hour = HourlyUse(cpuRequest: 1, memoryRequest: 1)
        let cost = ClusterAllocation.cost(
            of: ClusterUse(
                hours: .days(2),
                nodes: [.whole("n1", cores: 2, gibibytes: 8, days: 2)],
                containers: [container("a", "b", firstHour: 20, Array(repeating: hour, count: 10))]
            ),
            rates: .round
        )
        // 24 · (2 · 0.03 + 8 · 0.004) each day; 4 hours of 0.034 on the first, 6 on the second.
        #expect(cost.daily.totals == [decimal("2.208"), decimal("2.208")])
        let named = cost.daily.by(.namespace).first { $0.owner == .named("a") }
        #expect(named?.amounts == [decimal("0.136"), decimal("0.204")])
    }
}
