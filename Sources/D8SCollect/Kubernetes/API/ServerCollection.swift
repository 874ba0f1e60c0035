import D8SModel

/// One collection from an API server.
struct ServerCollection {
    private let source: KubernetesSource
    private let reader: ListReader
    private let occasion: Occasion
    private let sink: SharedSink
    private var intake: ObjectIntake
    /// Where the next collection goes on, delivered when nothing can be lost any more.
    private var cursors: [String: String?] = [:]
    /// The first list that could not be read; the others are read all the same.
    private var failure: CollectError?
    /// Lists that were read to their end, and those that whoever asks may not read.
    private var complete: [KubernetesResource: Int] = [:]
    private var forbidden = 0

    init(
        _ source: KubernetesSource,
        _ server: KubernetesServer,
        _ occasion: Occasion,
        _ sink: @escaping SharedSink
    ) {
        self.source = source
        self.occasion = occasion
        self.sink = sink
        reader = ListReader(server: server, transport: source.transport)
        intake = ObjectIntake(source, place: server.address, time: occasion.now())
    }

    /// Reads all lists, one after the other.
    mutating func collect() async throws(CollectError) -> CollectReport {
        for resource in source.resources ?? KubernetesResource.allCases {
            let namespaces = resource.isNamespaced ? source.namespaces : nil
            for namespace in namespaces.map({ $0.map(Optional.some) }) ?? [nil] {
                try await read(resource, namespace)
            }
        }
        let lists = source.namespaces?.count ?? 1
        let isWhole = complete[.taskruns] == lists && source.labelSelector == nil
        intake.finish(hasTaskRuns: isWhole)
        var batch = intake.takeBatch()
        batch.cursors = cursors
        if let ended = ended(lists: lists) { batch.rounds.append(ended) }
        try deliver(batch, to: sink)
        if let failure { throw failure }
        if complete.isEmpty, forbidden > 0 { throw nothingPermitted }
        return intake.report
    }

    /// Samples that end the series of objects that are gone; nil if there are none.
    private func ended(lists: Int) -> SampleRound? {
        let kinds = complete.filter { $0.value == ($0.key.isNamespaced ? lists : 1) }
        return source.memory.end(
            intake.series,
            of: Set(kinds.keys.map(\.kind)),
            at: intake.time
        )
    }

    /// Reads a list in the best version that the server has.
    private mutating func read(
        _ resource: KubernetesResource,
        _ namespace: String?
    ) async throws(CollectError) {
        for version in resource.versions {
            let list = ResourceList(
                resource: resource,
                version: version,
                namespace: namespace,
                selector: source.labelSelector
            )
            do throws(CollectError) {
                switch try await read(list) {
                case .complete(let resourceVersion):
                    complete[resource, default: 0] += 1
                    return remember(list, resourceVersion)
                case .forbidden(let message): return noteForbidden(list, message)
                case .missing: continue
                }
            } catch {
                return try note(error, of: list)
            }
        }
        intake.note("\(reader.server.address) \(resource.absence).")
    }

    private mutating func read(_ list: ResourceList) async throws(CollectError) -> ListEnd {
        let reader = reader, sink = sink
        let cursor = list.resource.isRun ? occasion.cursors[cursorName(list)] : nil
        var known = cursor.flatMap { UInt64($0) }
        return try await reader.read(list) { (found) throws(CollectError) in
            switch found {
            case .list(_, let metadata):
                // A server that was set up anew counts from the start again.
                let version = metadata["resourceVersion"]?.string.flatMap { UInt64($0) }
                if let old = known, version.map({ $0 < old }) ?? true { known = nil }
            case .object(let object):
                let version = object.resourceVersion
                let isKnown = known.flatMap { known in version.map { $0 <= known } } ?? false
                intake.take(object, isKnown: isKnown)
                if intake.isFull { try deliver(intake.takeBatch(), to: sink) }
            case .fault: break
            }
        }
    }

    /// A run that is no newer than the list read before it is in the history already.
    private mutating func remember(_ list: ResourceList, _ resourceVersion: UInt64?) {
        guard list.resource.isRun else { return }
        cursors[cursorName(list)] = .some(resourceVersion.map { String($0) })
    }

    /// Says all that has an influence on the records, so that a change of it begins anew.
    private func cursorName(_ list: ResourceList) -> String {
        let labels = source.serviceLabels.joined(separator: ",")
        return "\(reader.server.address)\(list.path(continuing: nil)) \(labels)"
    }

    /// Keeps an error that is about one list; one that all lists would meet ends the collection.
    private mutating func note(_ error: CollectError, of list: ResourceList) throws(CollectError) {
        switch error {
        case .refusedRequest where list.resource == .nodemetrics || list.resource == .podmetrics:
            intake.reject(list.title, "\(error)")
        case .refusedRequest, .badAnswer, .tooLarge: failure = failure ?? error
        default: throw error
        }
    }

    private mutating func noteForbidden(_ list: ResourceList, _ message: String) {
        forbidden += 1
        let group = list.resource.group
        let place = group.isEmpty ? "" : " of the API group \(group)"
        let reason =
            "may not be listed: grant the verb list on the resource \(list.resource.plural)"
            + "\(place) (RBAC)" + (message.isEmpty ? "" : ": \(message)")
        if source.resources == nil {
            intake.note("\(list.title) \(reason)")
        } else {
            intake.reject(list.title, reason)
        }
    }

    private var nothingPermitted: CollectError {
        .unusable(
            what: reader.server.address,
            reason: "whoever asks may list nothing (403)",
            mend: "Grant the verb list on the resources that you want, for example by binding the "
                + "ClusterRole view; nodes and persistentvolumes need a rule of their own."
        )
    }
}
