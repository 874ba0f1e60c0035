import D8SModel

/// Gathers records into batches, each with the services that its records name.
struct BatchCollector {
    /// Records per batch.
    static let size = 5000

    private var batch = RecordBatch()
    private var teams: [ExactName: String?] = [:]

    mutating func add(_ deployment: Deployment, team: String?) {
        batch.deployments.append(deployment)
        add(service: deployment.service, team: team)
    }

    mutating func add(_ change: Change, team: String?) {
        batch.changes.append(change)
        add(service: change.service, team: team)
    }

    mutating func add(_ incident: Incident, team: String?) {
        batch.incidents.append(incident)
        add(service: incident.service, team: team)
    }

    mutating func add(_ run: Run, team: String?) {
        batch.runs.append(run)
        if let service = run.service { add(service: service, team: team) }
    }

    var isFull: Bool {
        batch.deployments.count + batch.changes.count + batch.incidents.count + batch.runs.count
            >= Self.size
    }

    /// The records so far, services by name; nil if there are none.
    mutating func take() -> RecordBatch? {
        guard batch.count > 0 else { return nil }
        var full = batch
        full.services = teams.sorted { $0.key < $1.key }.map {
            Service(name: $0.key.text, team: $0.value)
        }
        batch = RecordBatch()
        teams.removeAll(keepingCapacity: true)
        return full
    }

    /// The last team named counts.
    private mutating func add(service: String, team: String?) {
        let name = ExactName(text: service)
        if let known = teams[name], team == nil || team == known { return }
        teams.updateValue(team, forKey: name)
    }
}
