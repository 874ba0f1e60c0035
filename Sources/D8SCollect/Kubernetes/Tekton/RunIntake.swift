import D8SModel

/// Takes in PipelineRuns and TaskRuns in any order and puts children and parents together.
///
/// A TaskRun that is there itself says more than the status that its PipelineRun embeds, so that the
/// latter waits until the end. Neither is lost if the other is missing.
struct RunIntake {
    private let reader: TektonReader
    /// Runs that can be delivered.
    private(set) var ready: [Run] = []
    /// Runs of TaskRuns that only name their PipelineRun, whose id may come later.
    private var orphans: [Run] = []
    /// Runs of embedded statuses.
    private var embedded: [Run] = []
    /// The ids of PipelineRuns by namespace and name.
    private var parents: [String: String] = [:]
    private var taskRuns: Set<String> = []
    private var awaited: [AwaitedChildren] = []
    private(set) var remarks = RunRemarks()

    init(reader: TektonReader) {
        self.reader = reader
    }

    /// Takes in an object; returns why it cannot be used, or nil.
    ///
    /// One that `isKnown` is in the history as it is, and needed for its children only.
    mutating func take(_ object: KubernetesObject, isKnown: Bool) -> String? {
        guard !object.name.isEmpty || !object.uid.isEmpty else {
            return "has neither a name nor a uid"
        }
        return object.kind == "TaskRun"
            ? take(taskRun: object, isKnown) : take(pipelineRun: object, isKnown)
    }

    private mutating func take(pipelineRun object: KubernetesObject, _ isKnown: Bool) -> String? {
        parents[TektonReader.nameID(object.namespace, object.name)] = TektonReader.id(object)
        if isKnown { return nil }
        guard let run = reader.pipelineRun(object) else { return Self.noTime }
        ready.append(run)
        remarks.look(at: run)
        let children = reader.embeddedRuns(object, parent: run)
        embedded += children
        let names = Set(children.compactMap(\.name))
        let references = object.status.list("childReferences")
        remarks.countCustomRuns(references, of: object.title)
        let missing = references.filter { $0.word("kind") == "TaskRun" }
            .map { $0.word("name") }.filter { !names.contains($0) }
        if !missing.isEmpty {
            awaited.append(AwaitedChildren(object.title, object.namespace, missing))
        }
        return nil
    }

    private mutating func take(taskRun object: KubernetesObject, _ isKnown: Bool) -> String? {
        taskRuns.insert(TektonReader.nameID(object.namespace, object.name))
        if isKnown { return nil }
        guard let run = reader.taskRun(object) else { return Self.noTime }
        remarks.look(at: run)
        if let parent = run.parent, parent.contains("/") {
            orphans.append(run)
        } else {
            ready.append(run)
        }
        return nil
    }

    private static let noTime = "says neither when it was created nor when it ran"

    /// The runs that are ready, which are then forgotten.
    mutating func takeReady() -> [Run] {
        defer { ready = [] }
        return ready
    }

    /// Makes all that is left ready.
    ///
    /// - Parameter hasTaskRuns: The TaskRuns were listed whole, so that one that is not there is
    ///   missing.
    mutating func finish(hasTaskRuns: Bool) {
        for var run in orphans {
            if let name = run.parent, let id = parents[name] {
                run.parent = id
                run.id = TektonReader.childID(id, run.name ?? "")
            }
            ready.append(run)
        }
        ready += embedded.filter { run in
            !taskRuns.contains(TektonReader.nameID(run.namespace ?? "", run.name ?? ""))
        }
        if hasTaskRuns {
            for children in awaited { remarks.look(at: children, among: taskRuns) }
        }
        (orphans, embedded, awaited) = ([], [], [])
    }
}
