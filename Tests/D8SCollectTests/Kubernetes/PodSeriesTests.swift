import D8SModel
import Testing

@testable import D8SCollect

/// Objects and expected series of kube-state-metrics' own tests (`internal/store/pod_test.go`);
/// labels without a value are as good as none.
struct PodSeriesTests {
    @Test func `who made a pod and where it is`() {
        let intake = Intake(
            json: """
                {"kind":"Pod","metadata":{"name":"pod2","namespace":"ns2","uid":"abc-456-xxx",
                "ownerReferences":[{"kind":"ReplicaSet","name":"rs-name","controller":true}]},
                "spec":{"nodeName":"node2"},
                "status":{"hostIP":"1.1.1.1","podIP":"2.3.4.5","containerStatuses":[
                {"name":"container2_1","image":"k8s.gcr.io/hyperkube2","imageID":"docker://sha256:bbb",
                "containerID":"docker://cd456",
                "state":{"terminated":{"finishedAt":"2017-08-03T16:16:58Z"}}},
                {"name":"container2_2","image":"k8s.gcr.io/hyperkube2","imageID":"docker://sha256:bbb",
                "containerID":"docker://cd456",
                "state":{"terminated":{"finishedAt":"2017-08-04T23:06:58Z"}}}]}}
                """
        )
        #expect(
            intake.lines(
                of: "kube_pod_info",
                "kube_pod_owner",
                "kube_pod_completion_time",
                "kube_pod_created",
                "kube_pod_start_time"
            ) == [
                #"kube_pod_completion_time{namespace="ns2",pod="pod2",uid="abc-456-xxx"} 1501888018"#,
                #"kube_pod_info{created_by_kind="ReplicaSet",created_by_name="rs-name","#
                    + #"host_ip="1.1.1.1",host_network="false",namespace="ns2",node="node2","#
                    + #"pod="pod2",pod_ip="2.3.4.5",uid="abc-456-xxx"} 1"#,
                #"kube_pod_owner{namespace="ns2",owner_is_controller="true","#
                    + #"owner_kind="ReplicaSet",owner_name="rs-name",pod="pod2","#
                    + #"uid="abc-456-xxx"} 1"#,
            ]
        )
    }

    @Test func `a pod that nobody made says so`() {
        let intake = Intake(
            json: """
                {"kind":"Pod","metadata":{"name":"pod1","namespace":"ns1","uid":"abc-123-xxx",
                "creationTimestamp":"2017-07-14T02:40:00Z",
                "deletionTimestamp":"2027-01-15T08:00:00Z"},
                "spec":{"nodeName":"node1","priorityClassName":"system-node-critical",
                "hostNetwork":true,"restartPolicy":"OnFailure"},
                "status":{"hostIP":"1.1.1.1","podIP":"1.2.3.4","startTime":"2017-08-01T06:30:18Z"}}
                """
        )
        let pod = #"namespace="ns1",pod="pod1""#, uid = #"uid="abc-123-xxx""#
        #expect(
            intake.lines(
                of: "kube_pod_info",
                "kube_pod_owner",
                "kube_pod_created",
                "kube_pod_deletion_timestamp",
                "kube_pod_start_time",
                "kube_pod_restart_policy"
            ) == [
                "kube_pod_created{\(pod),\(uid)} 1500000000",
                "kube_pod_deletion_timestamp{\(pod),\(uid)} 1800000000",
                #"kube_pod_info{created_by_kind="<none>",created_by_name="<none>","#
                    + #"host_ip="1.1.1.1",host_network="true",namespace="ns1",node="node1","#
                    + #"pod="pod1",pod_ip="1.2.3.4",priority_class="system-node-critical",\#(uid)} 1"#,
                #"kube_pod_owner{namespace="ns1",owner_is_controller="<none>","#
                    + #"owner_kind="<none>",owner_name="<none>",pod="pod1",\#(uid)} 1"#,
                #"kube_pod_restart_policy{\#(pod),type="OnFailure",\#(uid)} 1"#,
                "kube_pod_start_time{\(pod),\(uid)} 1501569018",
            ]
        )
    }

    @Test func `the phase is 1 and the other phases are 0`() {
        let intake = Intake(
            json: """
                {"kind":"Pod","metadata":{"name":"pod4","namespace":"ns4","uid":"uid4"},
                "status":{"phase":"Running","reason":"NodeLost","conditions":[
                {"type":"Ready","status":"False"},
                {"type":"PodScheduled","status":"True",
                "lastTransitionTime":"2017-08-02T09:26:58Z"}]}}
                """
        )
        func line(_ metric: String, _ label: String, _ value: Int) -> String {
            let labels = (label + #",namespace="ns4",pod="pod4",uid="uid4""#).split(separator: ",")
            return "\(metric){\(labels.sorted().joined(separator: ","))} \(value)"
        }
        #expect(
            intake.lines(of: "kube_pod_status_phase")
                == ["Failed", "Pending", "Running", "Succeeded", "Unknown"].map {
                    line("kube_pod_status_phase", #"phase="\#($0)""#, $0 == "Running" ? 1 : 0)
                }
        )
        let reasons = intake.lines(of: "kube_pod_status_reason")
        #expect(reasons.contains(line("kube_pod_status_reason", #"reason="NodeLost""#, 1)))
        #expect(reasons.contains(line("kube_pod_status_reason", #"reason="Evicted""#, 0)))
        #expect(
            intake.lines(of: "kube_pod_status_ready", "kube_pod_status_scheduled_time") == [
                line("kube_pod_status_ready", #"condition="false""#, 1),
                line("kube_pod_status_ready", #"condition="true""#, 0),
                line("kube_pod_status_ready", #"condition="unknown""#, 0),
                #"kube_pod_status_scheduled_time{namespace="ns4",pod="pod4",uid="uid4"} 1501666018"#,
            ]
        )
    }

    @Test func `containers of both sorts say how they stand`() {
        let intake = Intake(
            json: """
                {"kind":"Pod","metadata":{"name":"pod2","namespace":"ns2","uid":"uid2"},
                "spec":{"nodeName":"node2","containers":[{"name":"container2","resources":{
                "requests":{"cpu":"200m","memory":"100M","ephemeral-storage":"300M",
                "nvidia.com/gpu":"1"},"limits":{"cpu":"0.2"}}}]},
                "status":{"containerStatuses":[{"name":"container2","image":"k8s.gcr.io/hyperkube2",
                "imageID":"docker://sha256:bbb","containerID":"docker://cd456","restartCount":3,
                "ready":true,"state":{"running":{"startedAt":"2017-08-03T16:16:58Z"}},
                "lastState":{"terminated":{"reason":"OOMKilled","exitCode":137,
                "finishedAt":"2017-08-03T16:15:59Z"}}}],
                "initContainerStatuses":[{"name":"initContainer","image":"k8s.gcr.io/initfoo",
                "imageID":"docker://sha256:wxyz","containerID":"docker://ef123",
                "state":{"waiting":{"reason":"CrashLoopBackOff"}}}]}}
                """
        )
        let pod = #"namespace="ns2",pod="pod2""#, uid = #"uid="uid2""#
        let main = #"container="container2",\#(pod),\#(uid)"#
        let start = #"container="initContainer",\#(pod),\#(uid)"#
        let node = #"container="container2",namespace="ns2",node="node2",pod="pod2""#
        let lines = Set(intake.lines)
        let expected = [
            #"kube_pod_container_info{container="container2",container_id="docker://cd456","#
                + #"image="k8s.gcr.io/hyperkube2",image_id="docker://sha256:bbb",\#(pod),\#(uid)} 1"#,
            "kube_pod_container_state_started{\(main)} 1501777018",
            "kube_pod_container_status_ready{\(main)} 1",
            "kube_pod_container_status_restarts_total{\(main)} 3",
            "kube_pod_container_status_running{\(main)} 1",
            "kube_pod_container_status_terminated{\(main)} 0",
            "kube_pod_container_status_waiting{\(main)} 0",
            #"kube_pod_container_status_last_terminated_reason{container="container2",\#(pod),"#
                + #"reason="OOMKilled",\#(uid)} 1"#,
            "kube_pod_container_status_last_terminated_exitcode{\(main)} 137",
            #"kube_pod_container_resource_requests{\#(node),resource="cpu",\#(uid),unit="core"} 0.2"#,
            #"kube_pod_container_resource_requests{\#(node),resource="memory",\#(uid),unit="byte"} "#
                + "100000000",
            #"kube_pod_container_resource_requests{\#(node),resource="ephemeral_storage","#
                + #"\#(uid),unit="byte"} 300000000"#,
            #"kube_pod_container_resource_requests{\#(node),resource="nvidia_com_gpu","#
                + #"\#(uid),unit="integer"} 1"#,
            #"kube_pod_container_resource_limits{\#(node),resource="cpu",\#(uid),unit="core"} 0.2"#,
            #"kube_pod_init_container_info{container="initContainer",container_id="docker://ef123","#
                + #"image="k8s.gcr.io/initfoo",image_id="docker://sha256:wxyz",\#(pod),\#(uid)} 1"#,
            "kube_pod_init_container_status_ready{\(start)} 0",
            "kube_pod_init_container_status_restarts_total{\(start)} 0",
            "kube_pod_init_container_status_waiting{\(start)} 1",
            #"kube_pod_init_container_status_waiting_reason{container="initContainer",\#(pod),"#
                + #"reason="CrashLoopBackOff",\#(uid)} 1"#,
        ]
        for line in expected { #expect(lines.contains(line), "\(line)") }
    }

    /// The examples of kube-state-metrics' `utils_test.go` for names of labels.
    @Test func `labels become Prometheus labels, each of two that are alike kept`() {
        let intake = Intake(
            json: """
                {"kind":"Pod","metadata":{"name":"p","namespace":"n","uid":"u","labels":{
                "app.kubernetes.io/name":"shop","camelCase":"a","a.b":"1","a_b":"2","empty":""}}}
                """
        )
        #expect(
            intake.lines(of: "kube_pod_labels") == [
                #"kube_pod_labels{label_a_b_conflict1="1",label_a_b_conflict2="2","#
                    + #"label_app_kubernetes_io_name="shop",label_camel_case="a","#
                    + #"namespace="n",pod="p",uid="u"} 1"#
            ]
        )
    }

    @Test func `every series that comes is described`() {
        let intake = Intake(
            json: """
                {"kind":"Pod","metadata":{"name":"p"},"status":{"phase":"Running",
                "containerStatuses":[{"name":"c"}]}}
                {"kind":"Node","metadata":{"name":"n"}}
                {"kind":"PodMetrics","metadata":{"name":"p","namespace":"n"},"containers":[
                {"name":"c","usage":{"cpu":"123456789n","memory":"20Mi"}}]}
                """
        )
        let described = Set(intake.batch.metrics.map(\.name))
        for series in intake.batch.rounds.flatMap(\.list.series) {
            let name = series.metric
            let family = name.hasSuffix("_total") ? String(name.dropLast(6)) : name
            #expect(described.contains(family), "\(name)")
        }
        #expect(
            intake.lines(of: "container_cpu_usage_cores", "container_memory_working_set_bytes") == [
                #"container_cpu_usage_cores{container="c",namespace="n",pod="p"} 0.123456789"#,
                #"container_memory_working_set_bytes{container="c",namespace="n",pod="p"} 20971520"#,
            ]
        )
    }
}
