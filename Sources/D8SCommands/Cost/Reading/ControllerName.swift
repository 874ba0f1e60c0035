import D8SModel

/// Who keeps a pod alive: its owner, or that one's owner where it is made by one itself.
struct ControllerName {
    /// Owners of replica sets and jobs, by cluster, namespace, kind and name.
    private var owners: [[String]: (kind: String, name: String)] = [:]

    /// Takes in a series of `kube_replicaset_owner` or `kube_job_owner`.
    mutating func add(_ series: Series, kind: String, label: String) {
        guard let name = series.value(of: label), let owner = series.value(of: "owner_name"),
            let ownerKind = series.value(of: "owner_kind"), owner != "<none>"
        else { return }
        let key = [
            series.value(of: "cluster") ?? "", series.value(of: "namespace") ?? "", kind, name,
        ]
        owners[key] = (ownerKind, owner)
    }

    /// Kind and name; empty for a pod that nothing keeps alive.
    ///
    /// A pod of Tekton belongs to its pipeline. Where nobody says who owns a replica set, the hash
    /// of the pod's template tells the deployment: its name is all before it. A job with at least
    /// eight digits at its end is one of a cron job (`kube-controller-manager` puts minutes there).
    func of(_ pod: PodRecord) -> (kind: String, name: String) {
        if !pod.pipeline.isEmpty { return ("Pipeline", pod.pipeline) }
        let key = [pod.id.cluster, pod.id.namespace, pod.ownerKind, pod.owner]
        if let owner = owners[key] { return owner }
        if pod.ownerKind == "ReplicaSet", !pod.templateHash.isEmpty,
            pod.owner.hasSuffix("-" + pod.templateHash)
        {
            return ("Deployment", String(pod.owner.dropLast(pod.templateHash.utf8.count + 1)))
        }
        if pod.ownerKind == "Job", let dash = pod.owner.lastIndex(of: "-") {
            let digits = pod.owner[dash...].dropFirst()
            if digits.utf8.count >= 8, digits.utf8.allSatisfy({ (48...57).contains($0) }) {
                return ("CronJob", String(pod.owner[..<dash]))
            }
        }
        return (pod.ownerKind, pod.owner)
    }
}
