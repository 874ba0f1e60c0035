import D8SAnalysis
import D8SHistory
import D8SModel

@testable import D8SCommands

/// A history of a small cluster under the names of kube-state-metrics and the kubelet.
struct SampleCluster {
    static let start = Instant(seconds: 1_790_812_800)
    static let gibibyte = 1_073_741_824.0

    var columns: [SampleColumn] = []
    var runs: [Run] = []
    let days: Int
    let step: Int64

    /// Days from 2026-10-01 on, with a sample of each series every `minutes`.
    init(days: Int, minutes: Int64 = 5) {
        self.days = days
        step = minutes * 60_000
    }

    var end: Instant { Self.start.adding(seconds: Double(days) * 86_400) }

    /// Adds a series with the same value all the time, or what `value` says at each hour; nil is no
    /// sample.
    mutating func add(
        _ metric: String,
        _ labels: [String: String],
        from: Double = 0,
        to: Double = .infinity,
        _ value: (Double) -> Double?
    ) {
        let series = Series(metric: metric, labels: labels.map { Label($0.key, $0.value) })
        var column = SampleColumn(series: series, times: [], values: [])
        for count in 0..<(Int64(days) * 86_400_000 / step) {
            let hour = Double(count * step) / 3_600_000
            guard hour >= from, hour < to, let value = value(hour) else { continue }
            column.times.append(Self.start.milliseconds + count * step)
            column.values.append(value)
        }
        if !column.times.isEmpty { columns.append(column) }
    }

    mutating func add(_ metric: String, _ labels: [String: String], _ value: Double) {
        add(metric, labels) { _ in value }
    }

    /// A node with its capacity and its labels.
    mutating func addNode(
        _ name: String,
        cores: Double,
        gibibytes: Double,
        _ labels: [String: String] = [:]
    ) {
        let capacity = [("cpu", "core", cores), ("memory", "byte", gibibytes * Self.gibibyte)]
        for (resource, unit, value) in capacity {
            let all = ["node": name, "resource": resource, "unit": unit]
            add("kube_node_status_capacity", all, value)
        }
        add("kube_node_labels", labels.merging(["node": name]) { $1 }, 1)
    }

    /// A pod of one container `app`, which runs in these hours.
    ///
    /// What it asks for is said as long as the pod is known, which is `known` hours longer.
    mutating func addPod(
        _ name: String,
        node: String,
        cores: Double,
        gibibytes: Double,
        used: Double = 0,
        usedGibibytes: Double = 0,
        from: Double = 0,
        to: Double = .infinity,
        known: Double = 0,
        owner: (kind: String, name: String) = ("ReplicaSet", "web-5d8f9"),
        labels: [String: String] = ["label_pod_template_hash": "5d8f9", "label_team": "Payments"]
    ) {
        let pod = ["namespace": "shop", "pod": name, "uid": "uid-" + name]
        let container = pod.merging(["container": "app"]) { $1 }
        let until = to + known
        add("kube_pod_info", pod.merging(["node": node]) { $1 }, from: from, to: until) { _ in 1 }
        add(
            "kube_pod_owner",
            pod.merging(["owner_kind": owner.kind, "owner_name": owner.name]) { $1 },
            from: from,
            to: until
        ) { _ in 1 }
        add("kube_pod_labels", pod.merging(labels) { $1 }, from: from, to: until) { _ in 1 }
        add("kube_pod_container_status_running", container, from: from, to: until) {
            $0 < to ? 1 : 0
        }
        let asked = [("cpu", "core", cores), ("memory", "byte", gibibytes * Self.gibibyte)]
        for (resource, unit, value) in asked where value > 0 {
            let more = ["resource": resource, "unit": unit, "node": node]
            add(
                "kube_pod_container_resource_requests",
                container.merging(more) { $1 },
                from: from,
                to: until
            ) { _ in value }
        }
        let use = ["namespace": "shop", "pod": name, "container": "app", "id": "/" + name]
        add("container_cpu_usage_seconds_total", use, from: from, to: to) {
            ($0 - from) * 3600 * used
        }
        add("container_memory_working_set_bytes", use, from: from, to: to) { _ in
            usedGibibytes * Self.gibibyte
        }
    }

    /// What it costs at $0.03 a core-hour and $0.004 a GiB-hour, unless the settings say otherwise.
    func costs(_ change: (inout CostSettings) -> Void = { _ in }) throws -> WorkloadCosts {
        let history = try History.inMemory()
        try history.register(source: "cluster", kind: "scrape", interval: 300)
        _ = try history.ingest(RecordBatch(runs: runs, columns: columns), from: "cluster")
        var configuration = Configuration.defaults(path: "/srv/d8s.yaml", folder: "/srv")
        configuration.allocation.days = days
        configuration.allocation.rates = Rates(
            base: ResourceRates(
                cpu: ExactDecimal("0.03") ?? .zero,
                memory: ExactDecimal("0.004") ?? .zero,
                gpu: ExactDecimal("1") ?? .zero
            ),
            storage: ExactDecimal("0.0001") ?? .zero
        )
        change(&configuration.allocation)
        let pipeline = Pipeline(
            configuration: configuration,
            history: history,
            log: Progress.logger(quiet: true),
            format: Format(language: .english, zone: .utc)
        )
        return try pipeline.workloadCosts(asOf: end.adding(seconds: 7200))
    }
}
