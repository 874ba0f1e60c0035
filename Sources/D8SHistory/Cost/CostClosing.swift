import D8SModel
import GRDB

/// Decides whether a statement that has come to its end counts, and puts it in the place of the one
/// before.
struct CostClosing {
    private let table: CostStatementTable
    private let restatements: CostRestating
    private let coverage: CostCoverage
    private let source: Int64
    /// Bills of the source before this collection.
    private let known: [CostBill]
    /// Whether statements were dropped whose keys others may not need.
    private(set) var leavesKeys = false

    init(_ db: Database, source: Int64, now: Int64?) throws {
        table = CostStatementTable(db)
        restatements = try CostRestating(db, now: now ?? 0)
        coverage = try CostCoverage(db)
        known = try table.bills(of: source)
        self.source = source
    }

    /// What became of the lines of a statement.
    ///
    /// The same lines again change nothing. One that is worse than what is known does not count,
    /// unless a person says so.
    mutating func close(_ staged: CostMemory.Staged, _ ending: CostEnding) throws -> IngestCount {
        let lines = Int(staged.lines)
        let isComplete = ending == .complete || ending == .confirmed
        guard let current = try table.current(staged.bill, source: source) else {
            if corrects(staged.bill) { try restatements.note(corrections: staged) }
            try table.promote(staged, isComplete: isComplete)
            return IngestCount(inserted: lines, novelties: novelty(staged).map { [$0] } ?? [])
        }
        if current.lines == staged.lines, current.digest == staged.digest {
            try table.drop(staged.statement)
            if isComplete, !current.isComplete { try table.complete(current.id) }
            return IngestCount(unchanged: lines)
        }
        if let reason = try refusal(staged, ending, current) {
            leavesKeys = true
            try table.drop(staged.statement)
            let refusal = CostRefusal(bill: staged.bill, reason: reason)
            return IngestCount(refusedStatements: [refusal])
        }
        try restatements.note(from: current, to: staged)
        if !leavesKeys {
            leavesKeys = try table.needsKeys(current.id, thatLack: staged.statement)
        }
        try table.drop(current.id)
        try table.promote(staged, isComplete: isComplete)
        let kept = min(lines, Int(current.lines))
        return IngestCount(inserted: lines - kept, updated: kept)
    }

    /// Why a statement does not take the place of the one that counts; nil if it does.
    ///
    /// One that was cut off or has bad rows is not as good as a whole one, and one that lacks
    /// costs or services on days where they are known would lose them. One whose last charge begins
    /// earlier is an older export, or a shortened one.
    private func refusal(
        _ staged: CostMemory.Staged,
        _ ending: CostEnding,
        _ current: CostStatementTable.Current
    ) throws -> CostRefusal.Reason? {
        if ending == .confirmed { return nil }
        if ending == .cutOff, current.isComplete || staged.lines < current.lines { return .cutOff }
        if ending == .partial, current.isComplete { return .hasBadRows }
        if staged.lastCharge < current.lastCharge {
            return .endsEarlier(
                Instant(milliseconds: staged.lastCharge),
                Instant(milliseconds: current.lastCharge)
            )
        }
        return try coverage.loss(from: current, to: staged.statement)
    }

    /// Whether what a new bill says of days before its period was known otherwise.
    private func corrects(_ bill: CostBill) -> Bool {
        known.contains {
            $0.account == bill.account && $0.currency == bill.currency
                && $0.period.start < bill.period.start
        }
    }

    /// What is new of a bill; nil if the source brought its account and its currency before.
    private func novelty(_ staged: CostMemory.Staged) -> CostNovelty? {
        let bill = staged.bill
        let isKnown =
            known.contains { $0.account == bill.account }
            && known.contains { $0.currency == bill.currency }
        guard !known.isEmpty, !isKnown else { return nil }
        return CostNovelty(
            bill: bill,
            lines: Int(staged.lines),
            accounts: Set(known.map(\.account)).sorted(),
            currencies: Set(known.map(\.currency)).sorted()
        )
    }
}
