package import D8SModel

/// What the pod of a task asks for, from what its containers do.
///
/// Kubernetes holds the greater of the largest init container and the sum of all others for the
/// pod, for as long as it is there: also while only one of its steps runs.
package struct EffectiveRequest: Hashable, Sendable {
    /// Cores, or GiB.
    package let amount: Double
    /// The same if the steps, which run one after another, asked for the largest of them only.
    package let needed: Double
    /// What the steps ask for together, and what the largest of them does.
    package let steps, largestStep: Double
    /// Whether any container says what it asks for.
    package let isKnown: Bool

    /// - Parameters:
    ///   - steps: The containers of the task.
    ///   - request: What one of them asks for, in any unit; what is no number from 0 on is unknown.
    package init(of steps: [RunStep], _ request: (RunStep) -> Double?) {
        func requests(_ kind: RunStep.Kind) -> [Double] {
            steps.filter { $0.kind == kind }.compactMap(request)
                .filter { $0 >= 0 && $0 <= 1e18 }
        }
        let own = requests(.step), sidecars = requests(.sidecar).reduce(0, +)
        let initial = requests(.initial)
        self.steps = own.reduce(0, +)
        largestStep = own.max() ?? 0
        amount = max(initial.max() ?? 0, self.steps + sidecars)
        needed = max(initial.max() ?? 0, largestStep + sidecars)
        isKnown = !own.isEmpty || !initial.isEmpty || !requests(.sidecar).isEmpty
    }

    package static func cpu(of run: Run) -> EffectiveRequest {
        EffectiveRequest(of: run.steps, \.cpuRequest)
    }

    /// In GiB.
    package static func memory(of run: Run) -> EffectiveRequest {
        EffectiveRequest(of: run.steps) { $0.memoryRequest.map { $0 / 1_073_741_824 } }
    }
}
