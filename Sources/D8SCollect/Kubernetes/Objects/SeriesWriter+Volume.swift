import D8SModel

extension SeriesWriter {
    /// Adds `kube_persistentvolume_*`.
    mutating func add(volume: KubernetesObject) {
        let scope = scope(Label("persistentvolume", volume.name))
        addInfo(volume, scope)
        add(
            "kube_persistentvolume_labels",
            1,
            scope,
            LabelNames.prefixed("label", volume.metadata["labels"])
        )
        add("kube_persistentvolume_created", volume.created, scope)
        add(
            "kube_persistentvolume_deletion_timestamp",
            volume.metadata.instant("deletionTimestamp"),
            scope
        )
        add(
            "kube_persistentvolume_capacity_bytes",
            quantity: volume.spec["capacity"]?["storage"],
            of: volume,
            field: "spec.capacity.storage",
            scope
        )
        addPhase(
            "kube_persistentvolume_status_phase",
            volume,
            ["Pending", "Available", "Bound", "Released", "Failed"],
            scope
        )
        guard let claim = volume.spec["claimRef"] else { return }
        add(
            "kube_persistentvolume_claim_ref",
            1,
            scope,
            Label("claim_namespace", claim.word("namespace")),
            Label("name", claim.word("name"))
        )
    }

    private mutating func addInfo(_ volume: KubernetesObject, _ scope: Scope) {
        let labels = Self.volumeLabels.compactMap { name, source, member -> Label? in
            guard let value = volume.spec[source]?[member]?.text else { return nil }
            return Label(name, value)
        }
        add(
            "kube_persistentvolume_info",
            1,
            scope,
            labels + [
                Label("reclaim_policy", volume.spec.word("persistentVolumeReclaimPolicy")),
                Label("storageclass", volume.spec.word("storageClassName")),
            ]
        )
    }

    /// The label, and where in the spec its value is.
    private static let volumeLabels = [
        ("azure_disk_name", "azureDisk", "diskName"),
        ("csi_driver", "csi", "driver"),
        ("csi_volume_handle", "csi", "volumeHandle"),
        ("ebs_volume_id", "awsElasticBlockStore", "volumeID"),
        ("gce_persistent_disk_name", "gcePersistentDisk", "pdName"),
        ("host_path", "hostPath", "path"),
        ("host_path_type", "hostPath", "type"),
        ("iscsi_initiator_name", "iscsi", "initiatorName"),
        ("iscsi_iqn", "iscsi", "iqn"),
        ("iscsi_lun", "iscsi", "lun"),
        ("iscsi_target_portal", "iscsi", "targetPortal"),
        ("local_fs", "local", "fsType"),
        ("local_path", "local", "path"),
        ("nfs_path", "nfs", "path"),
        ("nfs_server", "nfs", "server"),
    ]

    /// Adds `kube_persistentvolumeclaim_*`.
    mutating func add(claim: KubernetesObject) {
        let scope = scope(
            Label("namespace", claim.namespace),
            Label("persistentvolumeclaim", claim.name)
        )
        let metric = "kube_persistentvolumeclaim"
        add("\(metric)_created", claim.created, scope)
        add("\(metric)_deletion_timestamp", claim.metadata.instant("deletionTimestamp"), scope)
        add("\(metric)_labels", 1, scope, LabelNames.prefixed("label", claim.metadata["labels"]))
        add(
            "\(metric)_info",
            1,
            scope,
            Label("storageclass", claim.spec.word("storageClassName")),
            Label("volumemode", claim.spec.word("volumeMode")),
            Label("volumename", claim.spec.word("volumeName"))
        )
        for mode in claim.spec.list("accessModes") {
            add("\(metric)_access_mode", 1, scope, Label("access_mode", mode.text ?? ""))
        }
        addPhase("\(metric)_status_phase", claim, ["Lost", "Bound", "Pending"], scope)
        add(
            "\(metric)_resource_requests_storage_bytes",
            quantity: claim.spec["resources"]?["requests"]?["storage"],
            of: claim,
            field: "spec.resources.requests.storage",
            scope
        )
    }

    /// Adds the states that `status.phase` may have, unless it says none.
    mutating func addPhase(
        _ metric: String,
        _ object: KubernetesObject,
        _ phases: [String],
        _ scope: Scope
    ) {
        let phase = object.status.word("phase")
        guard !phase.isEmpty else { return }
        add(metric, states: phases, holds: phase, scope, label: "phase")
    }
}
