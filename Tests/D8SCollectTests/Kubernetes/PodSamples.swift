import D8SModel

/// What the series of pods say, as `kubectl get pods` would show it.
///
/// The rules are those of kubectl's printer (`pkg/printers/internalversion/printers.go`,
/// `printPod`), as far as the series can tell.
struct PodSamples {
    private var samples: [String: [(series: Series, value: Double)]] = [:]

    init(_ batch: RecordBatch) {
        for round in batch.rounds {
            for (position, value) in zip(round.positions, round.values) {
                let series = round.list[Int(position)]
                let pod = "\(series.value(of: "namespace") ?? "")/\(series.value(of: "pod") ?? "")"
                samples[pod, default: []].append((series, value))
            }
        }
    }

    private func values(_ pod: String, _ metric: String) -> [Double] {
        (samples[pod] ?? []).filter { $0.series.metric == metric }.map(\.value)
    }

    private func labels(_ pod: String, _ metric: String, _ label: String) -> [String] {
        (samples[pod] ?? []).filter { $0.series.metric == metric && $0.value == 1 }
            .compactMap { $0.series.value(of: label) }
    }

    func ready(_ pod: String) -> String {
        let all = values(pod, "kube_pod_container_status_ready")
        return "\(Int(all.reduce(0, +)))/\(all.count)"
    }

    func restarts(_ pod: String) -> Int {
        Int(values(pod, "kube_pod_container_status_restarts_total").reduce(0, +))
    }

    func node(_ pod: String) -> String {
        labels(pod, "kube_pod_info", "node").first ?? "<none>"
    }

    func status(_ pod: String) -> String {
        let waiting = labels(pod, "kube_pod_container_status_waiting_reason", "reason").first
        let ended = labels(pod, "kube_pod_container_status_terminated_reason", "reason").first
        let hasRunning = values(pod, "kube_pod_container_status_running").contains(1)
        let phase = labels(pod, "kube_pod_status_phase", "phase").first ?? ""
        return waiting ?? (hasRunning ? phase : ended ?? phase)
    }
}
