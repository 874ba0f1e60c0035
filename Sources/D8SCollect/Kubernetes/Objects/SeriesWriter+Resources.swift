import D8SModel

extension SeriesWriter {
    /// Adds a sample for each resource of a list such as `{"cpu": "100m", "memory": "1Gi"}`.
    mutating func add(
        _ metric: String,
        resources: JSONValue?,
        of object: KubernetesObject,
        field: String,
        _ scope: Scope
    ) {
        for (name, json) in resources?.sortedMembers ?? [] {
            guard let unit = Self.unit(of: name) else { continue }
            guard let value = json.text.flatMap(Quantity.value) else {
                note(object, "\(field).\(name)", "is no quantity")
                continue
            }
            add(
                metric,
                value,
                scope,
                Label("resource", LabelNames.sanitized(name)),
                Label("unit", unit)
            )
        }
    }

    /// Adds the amount of one resource, unless there is none.
    mutating func add(
        _ metric: String,
        quantity: JSONValue?,
        of object: KubernetesObject,
        field: String,
        _ scope: Scope
    ) {
        guard let quantity else { return }
        guard let value = quantity.text.flatMap(Quantity.value) else {
            return note(object, field, "is no quantity")
        }
        add(metric, value, scope)
    }

    /// kube-state-metrics' units; nil for a resource that it leaves out.
    private static func unit(of resource: String) -> String? {
        switch resource {
        case "cpu": "core"
        case "memory", "storage", "ephemeral-storage": "byte"
        case "pods": "integer"
        default:
            if resource.hasPrefix("hugepages-") || resource.hasPrefix("attachable-volumes-") {
                "byte"
            } else {
                resource.contains("/") && !resource.contains("kubernetes.io/") ? "integer" : nil
            }
        }
    }
}
