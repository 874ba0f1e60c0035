import D8SModel

/// Puts the events of one run, incident or change together: each tells a part of it.
///
/// Events may come in any order. What is gathered is delivered at the end of the files, or when it is
/// `size` records; what comes after that is a record of its own, with which the history completes
/// the earlier one.
struct EventMerge {
    /// Records that are gathered before all are delivered.
    static let size = 50_000

    private var runs = Parts<PartialRun>()
    private var incidents = Parts<PartialIncident>()
    private var changes = Parts<PartialChange>()
    /// Runs of which no event names the pipeline or task.
    private(set) var unnamed = 0
    /// Incidents that were resolved without having been detected or reported.
    private(set) var unopened = 0
    /// Changes that were merged without having been created.
    private(set) var uncreated = 0

    /// Parts by their record's id, in the order in which the ids were first met.
    private struct Parts<Part> {
        private(set) var list: [Part] = []
        private var places: [ExactName: Int] = [:]

        mutating func add(_ part: Part, _ id: String, _ merge: (inout Part) -> Void) {
            if let place = places[ExactName(text: id)] {
                merge(&list[place])
            } else {
                places[ExactName(text: id)] = list.count
                list.append(part)
            }
        }
    }

    var isFull: Bool { runs.list.count + incidents.list.count + changes.list.count >= Self.size }

    mutating func add(_ part: PartialRun) {
        runs.add(part, part.run.id) { $0.take(part) }
    }

    mutating func add(_ part: PartialIncident) {
        let id = "\(part.incident.service)\u{0}\(part.incident.id)"
        incidents.add(part, id) { $0.take(part) }
    }

    mutating func add(_ part: PartialChange) {
        let id = "\(part.change.service)\u{0}\(part.change.revision)"
        changes.add(part, id) { $0.take(part) }
    }

    /// Passes on the records that are whole enough, and forgets all.
    mutating func drain(into batches: inout BatchCollector) {
        for part in runs.list {
            if part.isNamed { batches.add(part.run, team: nil) } else { unnamed += 1 }
        }
        for part in incidents.list {
            if part.isOpened { batches.add(part.incident, team: nil) } else { unopened += 1 }
        }
        for part in changes.list {
            if let change = part.whole { batches.add(change, team: nil) }
            if part.created == nil { uncreated += 1 }
        }
        runs = Parts()
        incidents = Parts()
        changes = Parts()
    }

    /// Sentences about what could not be made a record.
    var notes: [String] {
        [
            (unnamed, "Runs left out, since no event names their pipeline or task"),
            (unopened, "Incidents left out, since they were resolved but not detected or reported"),
            (uncreated, "Changes left out, since they were merged but not created"),
        ].filter { $0.0 > 0 }.map { "\($0.1): \($0.0)." }
    }
}
