/// What a later statement said otherwise than the one that it replaced, for one service.
package struct CostRestatement: Hashable, Sendable {
    /// The statement as it is now.
    package let statement: CostStatement
    /// When the later one was taken in.
    package let replaced: Instant
    /// What changed: the service (`ServiceName`); nil for charges without one.
    package let service: String?
    /// Days that both statements speak of; what only the later one could know is no restatement.
    package let days: ClosedRange<Day>
    /// Sums over these days as they were said before; nil where nothing was.
    package let before: CostAmounts
    /// Sums over the same days as they are said now.
    package let after: CostAmounts

    package init(
        statement: CostStatement,
        replaced: Instant,
        service: String?,
        days: ClosedRange<Day>,
        before: CostAmounts,
        after: CostAmounts
    ) {
        self.statement = statement
        self.replaced = replaced
        self.service = service
        self.days = days
        self.before = before
        self.after = after
    }
}
