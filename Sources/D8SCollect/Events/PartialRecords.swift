import D8SModel

/// What some of a run's events tell of it.
struct PartialRun {
    var run: Run
    var queued: Instant?
    /// False if none of the events names what was run.
    var isNamed: Bool

    /// Takes in another event; a run that has ended does not begin again.
    mutating func take(_ other: PartialRun) {
        if other.isNamed, !isNamed { run.pipeline = other.run.pipeline }
        isNamed = isNamed || other.isNamed
        queued = [queued, other.queued].compactMap(\.self).min()
        run.started = [run.started, other.run.started].compactMap(\.self).min()
        if let finished = other.run.finished, finished >= run.finished ?? finished {
            run.finished = finished
            run.status = other.run.status
            run.reason = other.run.reason ?? run.reason
            run.message = other.run.message ?? run.message
        } else if run.finished == nil, other.run.status == .running {
            run.status = .running
        }
        run.parent = run.parent ?? other.run.parent
        run.task = run.task ?? other.run.task
        run.service = run.service ?? other.run.service
        run.created = queued ?? run.started ?? run.finished ?? run.created
    }
}

/// What some of an incident's events tell of it.
struct PartialIncident {
    var incident: Incident
    /// False if none of the events says when it began.
    var isOpened: Bool

    mutating func take(_ other: PartialIncident) {
        if other.isOpened {
            let opened = other.incident.opened
            incident.opened = isOpened ? min(incident.opened, opened) : opened
            incident.title = incident.title ?? other.incident.title
        }
        isOpened = isOpened || other.isOpened
        incident.resolved = [incident.resolved, other.incident.resolved].compactMap(\.self).max()
        incident.severity = incident.severity ?? other.incident.severity
        incident.deployment = incident.deployment ?? other.incident.deployment
    }
}

/// What some of a change's events tell of it.
struct PartialChange {
    var change: Change
    var created: Instant?

    mutating func take(_ other: PartialChange) {
        created = [created, other.created].compactMap(\.self).min()
        change.merged = change.merged ?? other.change.merged
    }

    /// The change, once it is known when it was created and merged.
    var whole: Change? {
        guard let created, let merged = change.merged else { return nil }
        var whole = change
        whole.authored = min(created, merged)
        whole.committed = merged
        return whole
    }
}
