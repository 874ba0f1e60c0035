import D8SAnalysis
import D8SHistory
import D8SModel

extension ClusterReading {
    mutating func readNodes() throws {
        var steps: [Int64] = []
        try forEach("kube_node_status_capacity") { reading, series, columns in
            if let step = SampleStep.of(columns.times) { steps.append(step) }
            reading.step = steps.min() ?? reading.step
            reading.addCapacity(series, columns)
        }
        for series in try series("kube_node_labels") {
            guard let node = node(of: series), nodes[node] != nil else { continue }
            nodes[node]?.kind = Self.kind(series)
        }
        for series in try series("kube_node_role") {
            guard let node = node(of: series) else { continue }
            if ["control-plane", "master", "etcd"].contains(series.label("role")) {
                nodes[node]?.isControlPlane = true
            }
        }
    }

    /// Reads what OpenCost's exporter says of prices, as it said last.
    mutating func readPrices() throws {
        let metrics: [(String, WritableKeyPath<NodeRecord, ExactDecimal?>)] = [
            ("node_cpu_hourly_cost", \.cpuPrice), ("node_ram_hourly_cost", \.memoryPrice),
            ("node_gpu_hourly_cost", \.gpuPrice),
        ]
        for (metric, part) in metrics {
            try forEach(metric) { reading, series, columns in
                guard let node = reading.node(of: series), let rate = Self.price(columns) else {
                    return
                }
                reading.nodes[node]?[keyPath: part] = rate
            }
        }
        try forEach("pv_hourly_cost") { reading, series, columns in
            guard let name = series.value(of: "persistentvolume"),
                let rate = Self.price(columns)
            else { return }
            let id = VolumeRecord.ID(cluster: series.label("cluster"), name: name)
            reading.volumes[id]?.price = rate
        }
    }

    private static func price(_ columns: SampleColumns) -> ExactDecimal? {
        columns.values.last { $0.isFinite }.flatMap(ExactDecimal.rate)
    }

    private func node(of series: Series) -> NodeRecord.ID? {
        series.value(of: "node").map { NodeRecord.ID(cluster: series.label("cluster"), name: $0) }
    }

    private mutating func addCapacity(_ series: Series, _ columns: SampleColumns) {
        guard let node = node(of: series) else { return }
        let resource = series.label("resource")
        let scale = resource == "memory" ? 1 / Self.gibibyte : 1
        guard let part = Self.part(of: resource) else { return }
        let step = SampleStep.of(columns.times) ?? step
        tally.hold(columns.times, columns.values, step: step, scale: scale)
        let origin = origin(of: series)
        var record = nodes.removeValue(forKey: node) ?? NodeRecord()
        tally.drain { hour, amount, cover in
            record.cells[hour, default: NodeRecord.Cell()][keyPath: part]
                .add(HourPart(amount: amount, hours: cover, origin: origin))
            if part == \.cpu {
                record.cells[hour]?.hours
                    .add(HourPart(amount: cover, hours: cover, origin: origin))
            }
        }
        nodes[node] = record
    }

    private static func part(
        of resource: String
    ) -> WritableKeyPath<NodeRecord.Cell, UseCell.Covered>? {
        switch resource {
        case "cpu": \.cpu
        case "memory": \.memory
        default: isGPU(resource) ? \.gpu : nil
        }
    }

    /// `nvidia.com/gpu`, `amd.com/gpu`, `gpu.intel.com/i915` as kube-state-metrics writes them.
    static func isGPU(_ resource: String) -> Bool {
        resource.hasSuffix("_gpu") || resource.hasPrefix("gpu_intel_com_")
    }

    /// Type, region and price model by the well-known labels of Kubernetes, EKS, Karpenter, GKE and
    /// AKS.
    private static func kind(_ series: Series) -> NodeKind {
        func first(_ names: [String]) -> String? {
            names.lazy.compactMap { series.value(of: LabelName.metric($0)) }.first
        }
        let spot = [
            "eks.amazonaws.com/capacityType", "karpenter.sh/capacity-type",
            "cloud.google.com/gke-spot", "cloud.google.com/gke-preemptible",
            "cloud.google.com/gke-provisioning", "kubernetes.azure.com/scalesetpriority",
            "node.kubernetes.io/lifecycle", "lifecycle",
        ]
        let words = spot.compactMap { series.value(of: LabelName.metric($0)) }
        let isSpot = words.contains {
            ["spot", "preemptible", "true", "ec2spot"].contains($0.lowercased())
        }
        return NodeKind(
            type: first([
                "node.kubernetes.io/instance-type", "beta.kubernetes.io/instance-type",
            ]),
            isSpot: words.isEmpty ? nil : isSpot,
            region: first([
                "topology.kubernetes.io/region", "failure-domain.beta.kubernetes.io/region",
            ])
        )
    }
}
