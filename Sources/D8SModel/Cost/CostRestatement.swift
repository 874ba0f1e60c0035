/// What a later statement said otherwise than the one that it replaced, of one service on one day.
///
/// Only days before the last one that the earlier statement had charges of: what only the later
/// one could know is no restatement.
package struct CostRestatement: Hashable, Sendable {
    /// The statement as it is now.
    package let statement: CostStatement
    /// When the later one was taken in.
    package let replaced: Instant
    package let day: Day
    /// The service (`ServiceName`); nil for charges without one.
    package let service: String?
    /// The sums as they were said before; nil where nothing was.
    package let before: CostAmounts
    /// The sums as the statement said that took its place.
    package let after: CostAmounts

    package init(
        statement: CostStatement,
        replaced: Instant,
        day: Day,
        service: String?,
        before: CostAmounts,
        after: CostAmounts
    ) {
        self.statement = statement
        self.replaced = replaced
        self.day = day
        self.service = service
        self.before = before
        self.after = after
    }
}
