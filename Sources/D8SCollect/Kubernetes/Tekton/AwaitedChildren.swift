/// TaskRuns that a PipelineRun says it has, without their status.
struct AwaitedChildren {
    /// The PipelineRun, for messages.
    let title: String
    let namespace: String
    let names: [String]

    init(_ title: String, _ namespace: String, _ names: [String]) {
        self.title = title
        self.namespace = namespace
        self.names = names
    }
}
