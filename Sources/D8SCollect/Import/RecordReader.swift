import D8SModel

/// Turns rows into the records of one kind, and remembers what is to be said about them.
struct RecordReader {
    let kind: ImportKind
    let aliases: RevisionAliases
    private(set) var remarks = ImportRemarks()

    init(kind: ImportKind, aliases: RevisionAliases) {
        self.kind = kind
        self.aliases = aliases
    }

    /// What a row of a deployments file is: a deployment, or one that has not ended yet.
    mutating func deployment(_ view: RowView) throws(RowFault) -> Deployment? {
        let service = try view.required(.service)
        guard let status = try status(view) else { return nil }
        guard let finished = try view.time(.finished) else {
            throw RowFault(.finished, "is empty")
        }
        let started = try view.time(.started)
        if let started, started > finished {
            throw RowFault(.finished, "is before the start")
        }
        let environment = try view.required(.environment)
        let rework = try rework(view)
        let text = try view.word(.revision)
        let revision = resolve(text, of: service)
        return Deployment(
            service: service,
            environment: environment,
            id: try view.word(.id) ?? madeUpID(environment, finished, text),
            name: try view.word(.name) ?? (text == revision ? nil : text),
            revision: revision,
            started: started,
            finished: finished,
            status: status,
            rework: rework.reason,
            reworkEvidence: rework.evidence
        )
    }

    func change(_ view: RowView) throws(RowFault) -> Change {
        let service = try view.required(.service)
        let revision = try view.required(.revision)
        let authored = try view.time(.authored)
        let committed = try view.time(.committed)
        guard let first = authored ?? committed, let second = committed ?? authored else {
            throw RowFault(nil, "has neither the time authored nor the time committed")
        }
        return Change(
            service: service,
            revision: revision,
            parents: try parents(view),
            authored: first,
            committed: second,
            merged: try view.time(.merged),
            deployment: try view.word(.deployment),
            subject: try view.firstLine(.subject),
            author: try view.text(.author)
        )
    }

    func incident(_ view: RowView) throws(RowFault) -> Incident {
        let service = try view.required(.service)
        let id = try view.required(.id)
        guard let opened = try view.time(.opened) else { throw RowFault(.opened, "is empty") }
        let resolved = try view.time(.resolved)
        if let resolved, resolved < opened {
            throw RowFault(.resolved, "is before the opening")
        }
        return Incident(
            service: service,
            id: id,
            title: try view.text(.title),
            opened: opened,
            resolved: resolved,
            severity: try view.word(.severity),
            deployment: try view.word(.deployment)
        )
    }

    private mutating func status(_ view: RowView) throws(RowFault) -> DeploymentStatus? {
        let word = try view.required(.status)
        if let status = DeploymentStatus(rawValue: word) { return status }
        switch StatusWord(word) {
        case .ended(let status)?: return status
        case .unfinished?:
            remarks.unfinished += 1
            return nil
        case nil:
            let shown = word.abridged
            throw RowFault(.status, "`\(shown)` is not known: use success, failure or cancelled")
        }
    }

    private mutating func rework(_ view: RowView) throws(RowFault) -> ReworkWord {
        let word = try view.word(.unplanned)
        let isUnplanned = try word.map { (word) throws(RowFault) -> Bool in
            switch word.lowercased() {
            case "true", "t", "1", "yes", "y": return true
            case "false", "f", "0", "no", "n": return false
            default: throw RowFault(.unplanned, "`\(word.abridged)` is neither yes nor no")
            }
        }
        let rework = ReworkWord(isUnplanned: isUnplanned, text: try view.word(.reason))
        if rework.isContradictory { remarks.contradictory += 1 }
        return rework
    }

    private mutating func resolve(_ text: String?, of service: String) -> String? {
        guard let text else {
            remarks.withoutRevision += 1
            return nil
        }
        switch aliases.resolve(text, service: service) {
        case .commit(let commit): return commit
        case .unresolved:
            remarks.unresolved += 1
            remarks.unresolvedExample = remarks.unresolvedExample ?? text
            return nil
        }
    }

    /// The same row gives the same id on every import.
    private func madeUpID(
        _ environment: String,
        _ finished: Instant,
        _ revision: String?
    ) -> String {
        [environment, "\(finished)", revision].compactMap(\.self).joined(separator: "-")
    }

    private func parents(_ view: RowView) throws(RowFault) -> [String] {
        guard let text = try view.word(.parents) else { return [] }
        return text.utf8.split(whereSeparator: \.separatesParents).map { String(Substring($0)) }
    }
}

extension UInt8 {
    /// True for spaces, commas, semicolons, and for the brackets and quotes of a JSON array.
    fileprivate var separatesParents: Bool {
        switch self {
        case 0...0x20, .comma, .quote, UInt8(ascii: ";"), UInt8(ascii: "["), UInt8(ascii: "]"): true
        default: false
        }
    }
}
