extension TektonReader {
    /// The uid; an object without one, as in a file that was edited, is known by its name.
    static func id(_ object: KubernetesObject) -> String {
        object.uid.isEmpty ? nameID(object.namespace, object.name) : object.uid
    }

    static func nameID(_ namespace: String, _ name: String) -> String {
        "\(namespace)/\(name)"
    }

    /// An embedded status does not say the TaskRun's uid, so that its parent and name stand for it.
    static func childID(_ parent: String, _ name: String) -> String {
        "\(parent)/\(name)"
    }

    /// The PipelineRun that it belongs to: its uid, else its name; nil for a run of its own.
    static func parent(of object: KubernetesObject) -> String? {
        let owner = object.owners.first { $0.word("kind") == "PipelineRun" }
        if let uid = owner?["uid"]?.string ?? object.label("tekton.dev/pipelineRunUID") {
            return uid
        }
        let name = owner?["name"]?.string ?? object.label("tekton.dev/pipelineRun")
        return name.map { nameID(object.namespace, $0) }
    }

    /// Tekton labels a run of an embedded pipeline with the run's own name, which would make each
    /// run a pipeline of its own.
    func pipelineName(_ object: KubernetesObject) -> String {
        let label = object.label("tekton.dev/pipeline").flatMap { $0 == object.name ? nil : $0 }
        return label ?? referenceName(object.spec["pipelineRef"])
            ?? object.label("pipelinesascode.tekton.dev/original-prname") ?? givenName(object)
    }

    func taskName(_ object: KubernetesObject) -> String {
        object.label("tekton.dev/task") ?? object.label("tekton.dev/clusterTask")
            ?? referenceName(object.spec["taskRef"]) ?? object.label("tekton.dev/pipelineTask")
            ?? givenName(object)
    }

    /// `name`, or what a resolver (bundle, hub, cluster, git) is told to find.
    private func referenceName(_ reference: JSONValue?) -> String? {
        if let name = reference?["name"]?.string, !name.isEmpty { return name }
        let parameters = reference?.list("params") ?? []
        let named =
            parameters.first { $0.word("name") == "name" }
            ?? parameters.first { $0.word("name") == "pathInRepo" }
        return named?["value"]?.string
    }

    /// What its maker called it, without the part that differs from run to run.
    private func givenName(_ object: KubernetesObject) -> String {
        guard let given = object.metadata["generateName"]?.string, given.count > 1 else {
            return object.name.isEmpty ? "unnamed" : object.name
        }
        return given.hasSuffix("-") ? String(given.dropLast()) : given
    }
}
