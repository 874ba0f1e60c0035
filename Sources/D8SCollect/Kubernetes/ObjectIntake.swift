import D8SModel

/// Makes records of Kubernetes objects, whichever way they came.
struct ObjectIntake {
    /// When the objects are as they are: what was taken in before is to be delivered first.
    var time: Instant
    private(set) var report = CollectReport()
    /// The series of the objects, by their kind.
    private(set) var series: [String: Set<Series>] = [:]
    private var writer: SeriesWriter
    private var runs: RunIntake
    private var described: Set<String> = []
    private var metrics: [Metric] = []
    private var leftOut: [String: Int] = [:]
    private let namespaces: Set<String>?
    private let kinds: Set<String>

    init(_ source: KubernetesSource, place: String, time: Instant) {
        self.time = time
        writer = SeriesWriter(cluster: source.cluster, place: place)
        runs = RunIntake(reader: TektonReader(serviceLabels: source.serviceLabels))
        namespaces = source.namespaces.map(Set.init)
        kinds = Set((source.resources ?? KubernetesResource.allCases).map(\.kind))
    }

    /// Where the objects come from, for messages.
    var place: String {
        get { writer.place }
        set { writer.place = newValue }
    }

    /// Whether enough is gathered for a batch.
    var isFull: Bool { writer.count >= 50_000 || runs.ready.count >= 1000 }

    /// Takes in an object; a run that `isKnown` is in the history as it is.
    mutating func take(_ object: KubernetesObject, isKnown: Bool = false) {
        guard kinds.contains(object.kind) else { return leftOut[object.kind, default: 0] += 1 }
        if let namespaces, !object.namespace.isEmpty, !namespaces.contains(object.namespace) {
            return
        }
        report.countRead()
        if described.insert(object.kind).inserted { metrics += KubernetesMetrics.of(object.kind) }
        if object.kind == "PipelineRun" || object.kind == "TaskRun" {
            if let reason = runs.take(object, isKnown: isKnown) { reject(object.title, reason) }
        } else if object.name.isEmpty {
            reject(object.title, "has no name")
        } else {
            write(object)
        }
    }

    private mutating func write(_ object: KubernetesObject) {
        let first = writer.count
        defer { series[object.kind, default: []].formUnion(writer.series(from: first)) }
        switch object.kind {
        case "Node": writer.add(node: object)
        case "Namespace": writer.add(namespace: object)
        case "Pod": writer.add(pod: object)
        case "PersistentVolume": writer.add(volume: object)
        case "PersistentVolumeClaim": writer.add(claim: object)
        case "Deployment": writer.add(deployment: object)
        case "NodeMetrics": writer.add(nodeUsage: object)
        case "PodMetrics": writer.add(podUsage: object)
        default: break
        }
    }

    /// Notes what cannot be used.
    mutating func reject(_ what: String?, line: Int? = nil, _ reason: String) {
        report.reject(Problem(file: place, line: line, column: what, reason: reason))
    }

    mutating func note(_ sentence: String) {
        report.note(sentence)
    }

    /// What was gathered since the last batch.
    mutating func takeBatch() -> RecordBatch {
        for problem in writer.problems { report.reject(problem) }
        let round = writer.take(at: time)
        if round != nil { report.saw(time) }
        let ready = runs.takeReady()
        for run in ready { report.saw(run.finished ?? run.started ?? run.created) }
        defer { metrics = [] }
        return RecordBatch(
            runs: ready,
            metrics: metrics,
            rounds: round.map { [$0] } ?? []
        )
    }

    /// Says that there are no more objects; a last batch may follow.
    ///
    /// - Parameter hasTaskRuns: All TaskRuns that there are were taken in.
    mutating func finish(hasTaskRuns: Bool) {
        runs.finish(hasTaskRuns: hasTaskRuns)
        for sentence in runs.remarks.sentences { report.note("\(sentence).") }
        let kinds = leftOut.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        if !kinds.isEmpty { report.note("Objects left out: \(kinds.joined(separator: ", ")).") }
    }
}
