import D8SModel

extension RecordReader {
    /// Adds the record of a row; returns when it last changed, nil if the row is no record.
    mutating func read(
        _ view: RowView,
        into batches: inout BatchCollector
    ) throws(RowFault) -> Instant? {
        let team = try view.word(.team)
        switch kind {
        case .deployments:
            guard let deployment = try deployment(view) else { return nil }
            batches.add(deployment, team: team)
            return deployment.finished
        case .changes:
            let change = try change(view)
            batches.add(change, team: team)
            return change.committed
        case .incidents:
            let incident = try incident(view)
            batches.add(incident, team: team)
            return incident.resolved ?? incident.opened
        case .runs:
            let run = try run(view)
            batches.add(run, team: team)
            return run.finished ?? run.started ?? run.created
        }
    }
}
