import D8SModel
import GRDB

/// Decides whether a statement that has come to its end counts, and puts it in the place of the one
/// before.
struct CostClosing {
    private let table: CostStatementTable
    private let restatements: CostRestating
    private let source: Int64

    init(_ db: Database, source: Int64, now: Int64?) throws {
        table = CostStatementTable(db)
        restatements = try CostRestating(db, now: now ?? 0)
        self.source = source
    }

    /// What became of the lines of a statement.
    ///
    /// The same lines again change nothing. One that was cut off never takes the place of a whole
    /// one, and one whose last charge begins earlier is an older export, or a shorter one: it does
    /// not count, unless a person says so.
    func close(_ staged: CostMemory.Staged, _ ending: CostEnding) throws -> IngestCount {
        let lines = Int(staged.lines)
        let isComplete = ending == .complete || ending == .confirmed
        guard let current = try table.current(staged.bill, source: source) else {
            try table.promote(staged, isComplete: isComplete)
            return IngestCount(inserted: lines)
        }
        if current.lines == staged.lines, current.digest == staged.digest {
            try table.drop(staged.statement)
            if isComplete, !current.isComplete { try table.complete(current.id) }
            return IngestCount(unchanged: lines)
        }
        if let reason = Self.refusal(staged, ending, current) {
            try table.drop(staged.statement)
            let refusal = CostRefusal(bill: staged.bill, reason: reason)
            return IngestCount(refusedStatements: [refusal])
        }
        try restatements.note(from: current, to: staged)
        try table.drop(current.id)
        try table.promote(staged, isComplete: isComplete)
        let kept = min(lines, Int(current.lines))
        return IngestCount(inserted: lines - kept, updated: kept)
    }

    private static func refusal(
        _ staged: CostMemory.Staged,
        _ ending: CostEnding,
        _ current: CostStatementTable.Current
    ) -> CostRefusal.Reason? {
        if ending == .confirmed { return nil }
        if ending == .cutOff, current.isComplete { return .cutOff }
        guard staged.lastCharge < current.lastCharge else { return nil }
        return .endsEarlier(
            Instant(milliseconds: staged.lastCharge),
            Instant(milliseconds: current.lastCharge)
        )
    }
}
