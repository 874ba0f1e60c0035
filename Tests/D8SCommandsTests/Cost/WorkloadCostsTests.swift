import D8SAnalysis
import D8SModel
import Testing

@testable import D8SCommands

struct WorkloadCostsTests {
    private func decimal(_ text: String) -> ExactDecimal {
        ExactDecimal(text) ?? ExactDecimal(-999_999_999)
    }

    /// What one owner costs itself.
    private func own(
        _ costs: WorkloadCosts,
        _ dimension: CostDimension,
        _ name: String
    ) -> ResourceAmounts? {
        costs.cluster?.shares(by: dimension).first { $0.owner == .named(name) }?.own
    }

    /// A node of 4 cores and 16 GiB costs 0.184 an hour; the pod asks for 1 core and 2 GiB.
    private var cluster: SampleCluster {
        var cluster = SampleCluster(days: 2)
        cluster.addNode("n1", cores: 4, gibibytes: 16)
        cluster.addPod("web-1", node: "n1", cores: 1, gibibytes: 2, used: 0.5, usedGibibytes: 1)
        return cluster
    }

    @Test func `series become the cost of a cluster`() throws {
        let costs = try cluster.costs()
        #expect(costs.cluster?.total == decimal("8.832"))
        // 48 hours of a core, and of 2 GiB
        let web = own(costs, .controller, "shop/Deployment/web")
        #expect(web == ResourceAmounts(cpu: decimal("1.44"), memory: decimal("0.384")))
        #expect(own(costs, .team, "Payments") == web)
        #expect(costs.cluster?.hoursSeen == 48)
        #expect(costs.cluster?.gaps == [])
        let efficiency = costs.cluster?.shares(by: .pod)
            .first { $0.owner == .named("shop/web-1") }?.efficiency
        // The counter's first five minutes are not known.
        #expect(abs((efficiency?.cpu ?? 0) - 0.5) < 0.001)
        #expect(efficiency?.memory == 0.5)
    }

    @Test func `a pod that is over holds nothing, though it is still there`() throws {
        var cluster = cluster
        cluster.addPod(
            "job-1",
            node: "n1",
            cores: 2,
            gibibytes: 0,
            from: 6,
            to: 9.5,
            known: 20,
            owner: ("Job", "nightly-29012345"),
            labels: [:]
        )
        // 3.5 hours of 2 cores
        let job = own(try cluster.costs(), .controller, "shop/CronJob/nightly")
        #expect(job?.cpu == decimal("0.21"))
    }

    @Test func `a pod without a node, and one that never ran, hold nothing`() throws {
        var cluster = cluster
        cluster.addPod("over", node: "n1", cores: 2, gibibytes: 2, to: 0, known: 48)
        let pod = ["namespace": "shop", "pod": "waiting", "uid": "w"]
        cluster.add("kube_pod_info", pod, 1)
        cluster.add(
            "kube_pod_container_resource_requests",
            pod.merging(["container": "app", "resource": "cpu", "unit": "core"]) { $1 },
            4
        )
        #expect(try cluster.costs().cluster == self.cluster.costs().cluster)
    }

    @Test func `what is used beyond the request is paid for`() throws {
        var cluster = cluster
        cluster.addPod("busy", node: "n1", cores: 0.5, gibibytes: 1, used: 2, usedGibibytes: 3)
        let pod = own(try cluster.costs(), .pod, "shop/busy")
        #expect(pod?.memory == decimal("0.576"))
        // 48 hours of 2 cores, less the last five minutes, of which no growth is known.
        let expected = 2.88, slack = 0.005 + 1e-9
        #expect(abs((pod?.cpu.double ?? 0) - expected) < slack)
    }

    @Test func `the same series from two sources counts once`() throws {
        var cluster = cluster
        cluster.addPod("short", node: "n1", cores: 0.1, gibibytes: 1, used: 0.5, from: 3, to: 3.5)
        let once = try cluster.costs().cluster
        for column in cluster.columns {
            let labels = column.series.labels + [Label("job", "other")]
            var copy = column
            copy.series = Series(metric: column.series.metric, labels: labels)
            cluster.columns.append(copy)
        }
        #expect(try cluster.costs().cluster == once)
    }

    @Test func `a hole of the collection is not filled with what was before`() throws {
        var cluster = SampleCluster(days: 2)
        cluster.addNode("n1", cores: 4, gibibytes: 16)
        // Of hours 10 to 20 nothing is known: 38 hours and the last step before the hole.
        for index in cluster.columns.indices {
            let kept = zip(cluster.columns[index].times, cluster.columns[index].values).filter {
                !(10.0..<20.0).contains(
                    Double($0.0 - SampleCluster.start.milliseconds) / 3_600_000
                )
            }
            cluster.columns[index].times = kept.map(\.0)
            cluster.columns[index].values = kept.map(\.1)
        }
        let costs = try cluster.costs()
        #expect(costs.cluster?.total == decimal("6.992"))
        #expect(costs.cluster?.hoursSeen == 38)
    }

    @Test
    func `hours are seen by containers where no node is known, so that a month costs something`()
        throws
    {
        var cluster = SampleCluster(days: 2)
        cluster.addPod("web-1", node: "n1", cores: 1, gibibytes: 2, used: 0.5, usedGibibytes: 1)
        let costs = try #require(try cluster.costs().cluster)
        #expect(costs.hoursSeen == 48)
        #expect(costs.total > .zero && costs.perMonth.amount > costs.total)
    }

    @Test func `a stateful pod is paid for where it ran`() throws {
        var cluster = SampleCluster(days: 1)
        cluster.addNode("n1", cores: 4, gibibytes: 16)
        cluster.addNode("n2", cores: 4, gibibytes: 16)
        let owner = (kind: "StatefulSet", name: "db")
        cluster.addPod("db-0", node: "n1", cores: 1, gibibytes: 0, to: 6, owner: owner, labels: [:])
        cluster.addPod(
            "db-0",
            node: "n2",
            cores: 1,
            gibibytes: 0,
            from: 6,
            owner: owner,
            labels: [:]
        )
        let nodes = try cluster.costs().cluster?.nodes
        #expect(nodes?.map(\.allocated.cpu) == [decimal("0.18"), decimal("0.54")])
    }

    @Test func `the price of a node is by its labels`() throws {
        var cluster = SampleCluster(days: 1)
        let spot = [
            "label_node_kubernetes_io_instance_type": "m5.large",
            "label_eks_amazonaws_com_capacity_type": "SPOT",
            "label_topology_kubernetes_io_region": "eu-west-1",
        ]
        cluster.addNode("n1", cores: 2, gibibytes: 8, spot)
        cluster.addNode("n2", cores: 2, gibibytes: 8)
        let price = decimal("0.0412")
        let costs = try cluster.costs { settings in
            settings.rates.nodes = [
                NodeRates(kind: NodeKind(type: "m5.large", isSpot: true), hour: price)
            ]
        }
        let kind = NodeKind(type: "m5.large", isSpot: true, region: "eu-west-1")
        #expect(costs.cluster?.nodes.map(\.kind) == [kind, NodeKind()])
        // 24 · 0.0412 and 24 · (2 · 0.03 + 8 · 0.004)
        let assets = costs.cluster?.nodes.map(\.asset.total)
        #expect(assets == [decimal("0.9888"), decimal("2.208")])
    }

    @Test func `collected prices count where none are configured`() throws {
        var cluster = SampleCluster(days: 1)
        for (name, factor) in [("n1", 1.0), ("n2", 2.0)] {
            cluster.addNode(name, cores: 2, gibibytes: 8)
            cluster.add("node_cpu_hourly_cost", ["node": name], 0.025 * factor)
            cluster.add("node_ram_hourly_cost", ["node": name], 0.003 * factor)
        }
        cluster.addNode("n3", cores: 2, gibibytes: 8)
        let found = try #require(try cluster.costs { $0.rates = .standard }.cluster)
        // 24 · (2 · 0.025 + 8 · 0.003), twice that, and 24 · (2 · 0.031611 + 8 · 0.004237).
        let prices = [decimal("1.776"), decimal("3.552"), decimal("2.330832")]
        #expect(found.nodes.map(\.asset.total) == prices)
        #expect(found.usesDefaultRates)
        let configured = try #require(try cluster.costs().cluster)
        #expect(configured.nodes.allSatisfy { $0.asset.total == decimal("2.208") })
        #expect(!configured.usesDefaultRates)
    }

    @Test func `volumes are shared by who mounts them, and free ones are found`() throws {
        var cluster = SampleCluster(days: 15, minutes: 60)
        cluster.addNode("n1", cores: 1, gibibytes: 1)
        cluster.addPod("web-1", node: "n1", cores: 0.1, gibibytes: 0.1)
        cluster.add(
            "kube_pod_spec_volumes_persistentvolumeclaims_info",
            ["namespace": "shop", "pod": "web-1", "persistentvolumeclaim": "data"],
            1
        )
        for (volume, phase) in [("pv-data", "Bound"), ("pv-old", "Released")] {
            let label = ["persistentvolume": volume]
            let capacity = 100 * SampleCluster.gibibyte
            cluster.add("kube_persistentvolume_capacity_bytes", label, capacity)
            for state in ["Bound", "Released"] {
                cluster.add(
                    "kube_persistentvolume_status_phase",
                    label.merging(["phase": state]) { $1 },
                    state == phase ? 1 : 0
                )
            }
            let claim = volume == "pv-data" ? "data" : "gone"
            cluster.add(
                "kube_persistentvolume_claim_ref",
                label.merging(["claim_namespace": "shop", "name": claim]) { $1 },
                1
            )
        }
        let costs = try cluster.costs()
        // 360 hours of 100 GiB
        #expect(costs.cluster?.volumes.map(\.cost) == [decimal("3.6"), decimal("3.6")])
        #expect(own(costs, .controller, "shop/Deployment/web")?.storage == decimal("3.6"))
        let free = costs.recommendations.all.first { $0.kind == .unclaimedVolume }
        #expect(free?.subject == "pv-old")
        #expect(free?.saving.amount == decimal("7.3"))
    }

    @Test func `a container that asks for too much is found after two weeks`() throws {
        var cluster = SampleCluster(days: 15)
        cluster.addNode("n1", cores: 8, gibibytes: 32)
        cluster.addPod("web-1", node: "n1", cores: 2, gibibytes: 8, used: 0.25, usedGibibytes: 1)
        let costs = try cluster.costs()
        let found = try #require(costs.recommendations.all.first)
        #expect((found.kind, found.subject) == (.rightSize, "shop/Deployment/web/app"))
        #expect(found.changes.map(\.quantity) == ["250m", "1178Mi"])
        // 15 days, every five minutes; the first value of a counter says no growth.
        #expect(found.changes.map(\.points) == [4319, 4320])
        #expect(found.changes.map(\.exceeded) == [0, 0])
        // (2 - 0.25) · 0.03 + (8 - 1178 / 1024) · 0.004 an hour
        let saving = 730 * (1.75 * 0.03 + (8 - 1178.0 / 1024) * 0.004)
        #expect(abs(found.saving.amount.double - saving) < 0.000_1)
    }

    @Test func `the pods of pipelines are priced where they ran`() throws {
        var cluster = SampleCluster(days: 1)
        cluster.addNode("n1", cores: 4, gibibytes: 16)
        cluster.addPod(
            "build-pod",
            node: "n1",
            cores: 1,
            gibibytes: 0,
            used: 3,
            from: 2,
            to: 4,
            owner: ("TaskRun", "build-1"),
            labels: ["label_tekton_dev_pipeline": "build"]
        )
        cluster.runs = [
            Run(
                id: "r",
                kind: .task,
                pipeline: "build",
                namespace: "shop",
                created: SampleCluster.start.adding(seconds: 7200),
                started: SampleCluster.start.adding(seconds: 7200),
                finished: SampleCluster.start.adding(seconds: 14_400),
                status: .success,
                pod: "build-pod",
                steps: [RunStep(name: "s", cpuRequest: 1)]
            )
        ]
        let costs = try cluster.costs()
        // 2 hours of 3 cores used, less the five minutes of which no growth is known.
        let run = try #require(costs.pipelines?.runs.first)
        let expected = 0.18, slack = 0.0075 + 1e-9
        #expect(abs(run.cost.double - expected) < slack)
        #expect(run.cost > decimal("0.06"))
        #expect(own(costs, .controller, "shop/Pipeline/build") != nil)
    }

    @Test func `a history of nothing costs nothing and is not known`() throws {
        let costs = try SampleCluster(days: 1).costs()
        #expect(costs.cluster == nil)
        #expect(costs.pipelines == nil)
        #expect(costs.recommendations.all.isEmpty)
    }
}
