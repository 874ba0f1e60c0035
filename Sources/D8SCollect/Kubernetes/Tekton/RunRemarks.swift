import D8SModel

/// What does not add up in runs, counted, with the first case of each kind.
struct RunRemarks {
    private enum Kind: CaseIterable {
        case endWithoutTime, timeWithoutEnd, backwards, noReason, noCondition
        case missingChildren, customRuns
    }

    private var cases: [Kind: (count: Int, first: String)] = [:]

    private mutating func add(_ kind: Kind, _ title: @autoclosure () -> String, count: Int = 1) {
        if let known = cases[kind] {
            cases[kind] = (known.count + count, known.first)
        } else {
            cases[kind] = (count, title())
        }
    }

    mutating func look(at run: Run) {
        let title = "\(run.namespace ?? "")/\(run.name ?? run.id)"
        let isOver = ![.pending, .running, .unknown].contains(run.status)
        if isOver, run.finished == nil { add(.endWithoutTime, title) }
        if [.pending, .running].contains(run.status), run.finished != nil {
            add(.timeWithoutEnd, title)
        }
        if let started = run.started, let finished = run.finished, finished < started {
            add(.backwards, title)
        }
        if isOver, run.reason == nil { add(.noReason, title) }
        if run.status == .unknown { add(.noCondition, title) }
    }

    mutating func look(at children: AwaitedChildren, among taskRuns: Set<String>) {
        let missing = children.names.count {
            !taskRuns.contains(TektonReader.nameID(children.namespace, $0))
        }
        guard missing > 0 else { return }
        add(
            .missingChildren,
            "\(missing) of the \(children.names.count) of \(children.title)",
            count: missing
        )
    }

    mutating func countCustomRuns(_ references: [JSONValue], of title: String) {
        let count = references.count { ["Run", "CustomRun"].contains($0.word("kind")) }
        if count > 0 { add(.customRuns, title, count: count) }
    }

    /// A sentence for each kind that was met.
    var sentences: [String] {
        Kind.allCases.compactMap { kind in
            cases[kind].map { Self.sentence(kind, $0.count, $0.first) }
        }
    }

    private static func sentence(_ kind: Kind, _ count: Int, _ first: String) -> String {
        switch kind {
        case .endWithoutTime:
            "\(count) runs are over but do not say since when, the first of them \(first)"
        case .timeWithoutEnd:
            "\(count) runs have a time of completion but are not over, the first of them \(first)"
        case .backwards:
            "\(count) runs ended before they began, the first of them \(first)"
        case .noReason:
            "\(count) runs are over without a reason, the first of them \(first)"
        case .noCondition:
            "\(count) runs do not say how they stand, the first of them \(first)"
        case .missingChildren:
            "\(count) task runs are named by their pipeline run but not there any more: \(first)"
        case .customRuns:
            "\(count) custom runs are left out, the first of them of \(first)"
        }
    }
}
