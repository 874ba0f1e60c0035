/// What a later statement said otherwise than what was known, of one service on one day.
///
/// Of the statement that it replaced, only days before the last one with charges: what only the
/// later one could know is no restatement. Of bills before it, what its first export adds to days
/// before its period (charges of the class `Correction`, mostly): it then stands for itself, with
/// nothing before.
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
