/// One run of a pipeline or of one of its tasks (Tekton PipelineRun and TaskRun, a CI job).
package struct Run: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case pipeline, task
    }

    /// Unique within the source, for example the object's uid.
    package var id: String
    package var kind: Kind
    /// Name of the run, for example `build-x7k2p`; nil if it has none but its id.
    package var name: String?
    /// What was run: the pipeline's name, or the task's.
    package var pipeline: String
    /// Kubernetes namespace or its like; nil if the source has none.
    package var namespace: String?
    /// Id of the pipeline run that a task run belongs to; nil for a run of its own.
    package var parent: String?
    /// Name of the task within its pipeline; nil for a pipeline run.
    package var task: String?
    /// The service that it builds or deploys; nil if the source does not say.
    package var service: String?
    package var created: Instant
    /// Nil if it has not begun.
    package var started: Instant?
    /// Nil while it runs, and where the source never says.
    package var finished: Instant?
    package var status: RunStatus
    /// The source's own word: `Succeeded`, `TaskRunTimeout`; nil if it gives none.
    package var reason: String?
    /// The source's sentence about its end, for people.
    package var message: String?
    /// How many times it was tried again.
    package var retries: Int
    /// The pod or machine it ran on; nil if not known.
    package var pod: String?
    package var steps: [RunStep]

    package init(
        id: String,
        kind: Kind,
        name: String? = nil,
        pipeline: String,
        namespace: String? = nil,
        parent: String? = nil,
        task: String? = nil,
        service: String? = nil,
        created: Instant,
        started: Instant? = nil,
        finished: Instant? = nil,
        status: RunStatus,
        reason: String? = nil,
        message: String? = nil,
        retries: Int = 0,
        pod: String? = nil,
        steps: [RunStep] = []
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.pipeline = pipeline
        self.namespace = namespace
        self.parent = parent
        self.task = task
        self.service = service
        self.created = created
        self.started = started
        self.finished = finished
        self.status = status
        self.reason = reason
        self.message = message
        self.retries = retries
        self.pod = pod
        self.steps = steps
    }
}
