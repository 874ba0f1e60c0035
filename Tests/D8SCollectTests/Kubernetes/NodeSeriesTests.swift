import Testing

@testable import D8SCollect

/// Objects and expected series of kube-state-metrics' own tests (`internal/store/node_test.go`).
///
/// Labels without a value are as good as none; `kubeproxy_version` is the node's own.
struct NodeSeriesTests {
    private static let node = """
        {"kind":"Node","metadata":{"name":"127.0.0.1","creationTimestamp":"2017-07-14T02:40:00Z",
        "labels":{"node-role.kubernetes.io/master":""}},
        "spec":{"unschedulable":true,"providerID":"provider://i-randomidentifier",
        "podCIDR":"172.24.10.0/24","taints":[
        {"key":"node.kubernetes.io/memory-pressure","value":"true","effect":"PreferNoSchedule"},
        {"key":"Accelerated","value":"gpu","effect":"PreferNoSchedule"},
        {"key":"Dedicated","effect":"PreferNoSchedule"}]},
        "status":{"nodeInfo":{"kernelVersion":"kernel","kubeletVersion":"kubelet",
        "kubeProxyVersion":"kubeproxy","osImage":"osimage","containerRuntimeVersion":"rkt",
        "systemUUID":"6a934e21-5207-4a84-baea-3a952d926c80"},
        "addresses":[{"type":"InternalIP","address":"1.2.3.4"}],
        "capacity":{"cpu":"4.3","memory":"2G","pods":"1000","storage":"3G",
        "ephemeral-storage":"4G","nvidia.com/gpu":"4"},
        "allocatable":{"cpu":"3","memory":"1G","pods":"555","storage":"2G",
        "ephemeral-storage":"3G","nvidia.com/gpu":"1"}}}
        """

    @Test func `a node is what kube-state-metrics says of it`() {
        let intake = Intake(json: Self.node)
        #expect(
            intake.lines(
                of: "kube_node_info",
                "kube_node_created",
                "kube_node_role",
                "kube_node_spec_unschedulable",
                "kube_node_spec_taint"
            ) == [
                #"kube_node_created{node="127.0.0.1"} 1500000000"#,
                #"kube_node_info{container_runtime_version="rkt",internal_ip="1.2.3.4","#
                    + #"kernel_version="kernel",kubelet_version="kubelet","#
                    + #"kubeproxy_version="kubeproxy",node="127.0.0.1",os_image="osimage","#
                    + #"pod_cidr="172.24.10.0/24",provider_id="provider://i-randomidentifier","#
                    + #"system_uuid="6a934e21-5207-4a84-baea-3a952d926c80"} 1"#,
                #"kube_node_role{node="127.0.0.1",role="master"} 1"#,
                #"kube_node_spec_taint{effect="PreferNoSchedule",key="Accelerated","#
                    + #"node="127.0.0.1",value="gpu"} 1"#,
                #"kube_node_spec_taint{effect="PreferNoSchedule",key="Dedicated","#
                    + #"node="127.0.0.1"} 1"#,
                #"kube_node_spec_taint{effect="PreferNoSchedule","#
                    + #"key="node.kubernetes.io/memory-pressure",node="127.0.0.1",value="true"} 1"#,
                #"kube_node_spec_unschedulable{node="127.0.0.1"} 1"#,
            ]
        )
    }

    @Test func `resources have kube-state-metrics' names and units`() {
        let expected = [
            ("cpu", "core", "3", "4.3"), ("ephemeral_storage", "byte", "3000000000", "4000000000"),
            ("memory", "byte", "1000000000", "2000000000"),
            ("nvidia_com_gpu", "integer", "1", "4"), ("pods", "integer", "555", "1000"),
            ("storage", "byte", "2000000000", "3000000000"),
        ].flatMap { name, unit, allocatable, capacity in
            [("allocatable", allocatable), ("capacity", capacity)].map { metric, value in
                #"kube_node_status_\#(metric){node="127.0.0.1",resource="\#(name)","#
                    + #"unit="\#(unit)"} \#(value)"#
            }
        }
        let lines = Intake(json: Self.node)
            .lines(of: "kube_node_status_allocatable", "kube_node_status_capacity")
        #expect(lines == expected.sorted())
    }

    @Test(arguments: ["True", "False", "Unknown"])
    func `a condition is 1 for its status and 0 for the others`(status: String) {
        let json = """
            {"kind":"Node","metadata":{"name":"127.0.0.1"},"status":{"conditions":[
            {"type":"CustomizedType","status":"\(status)"}]}}
            """
        #expect(
            Intake(json: json).lines(of: "kube_node_status_condition")
                == ["false", "true", "unknown"].map { state in
                    let value = state == status.lowercased() ? 1 : 0
                    return #"kube_node_status_condition{condition="CustomizedType","#
                        + #"node="127.0.0.1",status="\#(state)"} \#(value)"#
                }
        )
    }

    @Test func `every series has the cluster's label if there is one`() {
        let lines = Intake(json: Self.node, cluster: "east").lines
        #expect(lines.count > 10)
        #expect(
            lines.allSatisfy {
                $0.contains(#"{cluster="east","#) || $0.contains(#",cluster="east","#)
            }
        )
    }

    @Test func `a quantity that is none leaves its series out and is a problem`() {
        let json = """
            {"kind":"Node","metadata":{"name":"a"},"status":{"capacity":{"cpu":"many","pods":"9"}}}
            """
        let intake = Intake(json: json)
        #expect(
            intake.lines(of: "kube_node_status_capacity")
                == [#"kube_node_status_capacity{node="a",resource="pods",unit="integer"} 9"#]
        )
        #expect(
            intake.report.problems.map(\.description)
                == ["test: Node a: status.capacity.cpu: is no quantity"]
        )
    }
}
