import D8SAnalysis
import D8SHistory
import D8SModel

extension ClusterReading {
    /// Reads which pods there were, where, whose they are and how long they lasted.
    mutating func readPods() throws {
        try forEach("kube_pod_info") { reading, series, columns in
            guard let id = series.pod, let first = columns.times.first,
                let node = series.value(of: "node")
            else { return }
            reading.pods[id, default: PodRecord(id)].add(node: node, from: first)
        }
        let known = Set(pods.keys)
        let isKnown: @Sendable (Series) -> Bool = { $0.pod.map(known.contains) ?? false }
        for series in try series("kube_pod_owner", where: isKnown) { addOwner(series) }
        for series in try series("kube_pod_labels", where: isKnown) { addLabels(series) }
        for series in try series("kube_replicaset_owner") {
            controllers.add(series, kind: "ReplicaSet", label: "replicaset")
        }
        for series in try series("kube_job_owner") {
            controllers.add(series, kind: "Job", label: "job_name")
        }
        for series in try series("kube_namespace_labels") {
            let key = [series.label("cluster"), series.label("namespace")]
            if let team = team(of: series) { teams[key] = team }
        }
        try readTimes()
        for series in try series(
            "kube_pod_spec_volumes_persistentvolumeclaims_info",
            where: isKnown
        ) {
            guard let id = series.pod else { continue }
            pods[id]?.claims.insert(series.label("persistentvolumeclaim"))
        }
    }

    private mutating func addOwner(_ series: Series) {
        guard let id = series.pod, let name = series.value(of: "owner_name"), name != "<none>",
            let kind = series.value(of: "owner_kind")
        else { return }
        let isController = series.value(of: "owner_is_controller") != "false"
        guard isController || pods[id]?.owner.isEmpty == true else { return }
        pods[id]?.ownerKind = kind
        pods[id]?.owner = name
    }

    private mutating func addLabels(_ series: Series) {
        guard let id = series.pod else { return }
        if let hash = series.value(of: "label_pod_template_hash") { pods[id]?.templateHash = hash }
        if let name = series.value(of: "label_tekton_dev_pipeline") { pods[id]?.pipeline = name }
        if let team = team(of: series) { pods[id]?.team = team }
    }

    /// The team that labels name, the first of those that are configured; nil if none does.
    func team(of series: Series) -> String? {
        settings.teamLabels.lazy.compactMap { series.value(of: LabelName.metric($0)) }.first
            ?? series.value(of: "team")
    }

    private mutating func readTimes() throws {
        try forEach("kube_pod_start_time") { reading, series, columns in
            guard let id = series.pod, let time = Self.time(columns) else { return }
            reading.pods[id]?.started = time
        }
        try forEach("kube_pod_completion_time") { reading, series, columns in
            guard let id = series.pod, let time = Self.time(columns) else { return }
            reading.pods[id]?.completed = time
        }
    }

    /// The last value of a series of Unix seconds, in milliseconds.
    private static func time(_ columns: SampleColumns) -> Int64? {
        columns.values.last { $0 > 0 && $0 < 1e12 }.map { Int64($0 * 1000) }
    }
}
