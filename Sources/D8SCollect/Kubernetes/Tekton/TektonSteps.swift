import D8SModel

/// The containers of a TaskRun: how they went, and what they asked for.
///
/// What a step asks for is the first of: the TaskRun's own `computeResources`, shared evenly among
/// the steps; `stepSpecs` (`stepOverrides` in v1beta1); the step; the step template. A limit without
/// a request is a request (Tekton's documentation of compute resources; Kubernetes' defaults).
struct TektonSteps {
    private let status: JSONValue
    private let spec: JSONValue
    private let task: JSONValue

    init(_ object: KubernetesObject) {
        self.init(status: object.status, spec: object.spec)
    }

    init(status: JSONValue, spec: JSONValue) {
        self.status = status
        self.spec = spec
        task = status["taskSpec"] ?? spec["taskSpec"] ?? .null
    }

    var steps: [RunStep] {
        let steps = status.list("steps").enumerated().map { index, step in
            self.step(step, .step, planned(step, at: index, in: task.list("steps")))
        }
        let sidecars = status.list("sidecars").map { sidecar in
            self.step(sidecar, .sidecar, planned(sidecar, at: nil, in: task.list("sidecars")))
        }
        return steps + sidecars
    }

    private func step(_ state: JSONValue, _ kind: RunStep.Kind, _ plan: JSONValue) -> RunStep {
        let ended = state["terminated"]
        let request = TektonRequest(sources(of: state.word("name"), kind, plan))
        let shares = kind == .step && whole != nil ? max(1, status.list("steps").count) : 1
        return RunStep(
            name: state.word("name"),
            kind: kind,
            started: (ended ?? state["running"])?.instant("startedAt"),
            finished: ended?.instant("finishedAt"),
            exitCode: (ended?["exitCode"]?.integer).flatMap { Int(exactly: $0) },
            reason: reason(state),
            cpuRequest: request.amount("cpu").map { $0 / Double(shares) },
            memoryRequest: request.amount("memory").map { $0 / Double(shares) }
        )
    }

    /// The container's own word goes before Tekton's, since `OOMKilled` says more than `Error`.
    private func reason(_ state: JSONValue) -> String? {
        let words = [
            state["terminated"]?["reason"], state["waiting"]?["reason"],
            state["terminationReason"],
        ]
        return words.lazy.compactMap { $0?.string }.first { !$0.isEmpty }
    }

    /// The part of the task that describes this container, by its name, else by its place: Tekton
    /// names a step without a name itself.
    private func planned(_ state: JSONValue, at index: Int?, in plans: [JSONValue]) -> JSONValue {
        let name = state.word("name")
        if let plan = plans.first(where: { $0.word("name") == name }) { return plan }
        guard let index, plans.indices.contains(index), plans[index]["name"] == nil else {
            return .null
        }
        return plans[index]
    }

    /// What the TaskRun as a whole asks for; nil if it leaves that to the steps.
    private var whole: JSONValue? { spec["computeResources"] }

    /// Where a request may be, the strongest first.
    private func sources(
        of name: String,
        _ kind: RunStep.Kind,
        _ plan: JSONValue
    ) -> [JSONValue] {
        let members =
            kind == .sidecar
            ? ["sidecarSpecs", "sidecarOverrides"] : ["stepSpecs", "stepOverrides"]
        let overrides = members.flatMap { spec.list($0) }.filter { $0.word("name") == name }
        if kind == .sidecar {
            return overrides.compactMap(resources) + [plan].compactMap(resources)
        }
        if let whole { return [whole] }
        return (overrides + [plan, task["stepTemplate"] ?? .null]).compactMap(resources)
    }

    private func resources(_ holder: JSONValue) -> JSONValue? {
        holder["computeResources"] ?? holder["resources"]
    }
}
