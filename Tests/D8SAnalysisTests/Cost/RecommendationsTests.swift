import D8SAnalysis
import D8SModel
import Testing

struct RecommendationsTests {
    private static let days = 14

    /// Three nodes, the third of which runs but a small pod for two weeks.
    private func use(protected: Bool = false) -> ClusterUse {
        var use = ClusterUse(hours: .days(Self.days))
        use.nodes = ["n1", "n2", "n3"].map {
            .whole($0, cores: 4, gibibytes: 16, days: Self.days)
        }
        use.nodes[2].isControlPlane = protected
        use.containers = [
            container("n1", 3, 8), container("n2", 2, 8), container("n3", 0.2, 1),
            container("n3", 0.5, 1, kind: "DaemonSet"),
        ]
        return use
    }

    private func container(
        _ node: String,
        _ cores: Double,
        _ gibibytes: Double,
        kind: String = "Deployment"
    ) -> ContainerUse {
        ContainerUse(
            place: CostPlace(
                node: node,
                namespace: "shop",
                controllerKind: kind,
                controller: "web",
                pod: "web-\(node)",
                container: "app"
            ),
            firstHour: 0,
            hours: Array(
                repeating: HourlyUse(cpuRequest: cores, memoryRequest: gibibytes),
                count: Self.days * 24
            )
        )
    }

    @Test func `a node is idle if the others have room for its pods`() throws {
        let found = Recommendations(of: use(), rates: .round, pipelines: nil)
        let node = try #require(found.all.first)
        #expect((node.kind, node.subject) == (.idleNode, "n3"))
        // 4 · 0.03 + 16 · 0.004 = 0.184 an hour
        #expect(node.saving == Money(decimal("134.32"), .usd))
        #expect(node.snippet?.text.contains("kubectl drain n3") == true)
        #expect(found.all.count == 1)
    }

    @Test func `a node of the control plane is never idle, nor one whose pods fit nowhere`() {
        #expect(
            Recommendations(of: use(protected: true), rates: .round, pipelines: nil).all.isEmpty
        )
        var full = use()
        full.containers.append(container("n1", 1, 8))
        full.containers.append(container("n2", 1.9, 8))
        #expect(Recommendations(of: full, rates: .round, pipelines: nil).all.isEmpty)
    }

    @Test func `a hostile name gets no command, and stays one YAML text`() throws {
        var use = use()
        use.nodes[2].name = "n3; rm -rf /"
        for index in [2, 3] { use.containers[index].place.node = "n3; rm -rf /" }
        let found = Recommendations(of: use, rates: .round, pipelines: nil)
        #expect(try #require(found.all.first).snippet == nil)
    }

    @Test func `volumes without a claim or a mount are said`() {
        var use = ClusterUse(hours: .days(Self.days))
        let capacity = [Double](repeating: 24_000, count: Self.days)
        let none = [Double](repeating: 0, count: Self.days)
        use.volumes = [
            VolumeUse(name: "free", capacity: capacity, claimed: none, unclaimedDays: 14),
            VolumeUse(
                name: "idle",
                capacity: capacity,
                claimed: capacity,
                claimNamespace: "shop",
                claim: "data",
                isMounted: false
            ),
            VolumeUse(
                name: "young",
                capacity: capacity,
                claimed: none,
                unclaimedDays: 13
            ),
            VolumeUse(
                name: "unknown",
                capacity: capacity,
                claimed: capacity,
                claimNamespace: "shop",
                claim: "other"
            ),
        ]
        let found = Recommendations(of: use, rates: .round, pipelines: nil).all
        #expect(found.map(\.kind) == [.unclaimedVolume, .unmountedVolume])
        // 1000 GiB · 0.0001 · 730
        #expect(found.map(\.saving.amount) == [decimal("73"), decimal("73")])
        #expect(
            found.map(\.snippet?.text) == [
                "kubectl delete pv free\n", "kubectl -n shop delete pvc data\n",
            ]
        )
    }

    @Test func `what a commitment costs unused could be saved`() throws {
        let start = try #require(Day(iso8601: "2026-10-01"))
        let keys = ["Used", "Unused"].map { status in
            CostKey([
                .commitment: "ri-1", .commitmentName: "Reserved m5", .commitmentStatus: status,
            ])
        }
        let period = Window(
            start: Zone.utc.start(of: start),
            end: Zone.utc.start(of: start.adding(days: 31))
        )
        let bill = CostBill(account: "1", period: period, currency: .usd)
        let statement = CostStatement(source: "bill", bill: bill)
        let rows = (0..<30).flatMap { day in
            [("8", 0), ("2.5", 1)].map { cost, key in
                CostDay(
                    day: start.adding(days: day),
                    key: key,
                    statement: 0,
                    amounts: CostAmounts(effective: decimal(cost))
                )
            }
        }
        let table = CostTable(statements: [statement], keys: keys, days: rows)
        let unused = UnusedCommitment.all(in: table, days: start..<start.adding(days: 30))
        #expect(unused.map(\.unused) == [Money(decimal("75"), .usd)])
        #expect(unused.map(\.whole) == [Money(decimal("315"), .usd)])
        let found = Recommendations(
            of: nil,
            rates: .round,
            pipelines: nil,
            commitments: unused
        )
        // 75 · 730 / 720 = 76.041666…
        #expect(found.savings == [Money(decimal("76.041666"), .usd)])
        #expect(found.all.map(\.subject) == ["Reserved m5"])
    }
}
