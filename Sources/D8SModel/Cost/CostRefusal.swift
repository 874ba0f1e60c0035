/// A statement that was not taken, so that a better one stays.
package struct CostRefusal: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// Its file ended early, and what the history holds is whole, or longer.
        case cutOff
        /// Rows of it could not be used, and what the history holds is whole.
        case hasBadRows
        /// So many of its lines have nothing in this column of FOCUS, where what the history holds
        /// for the same days has.
        case lacks(column: String, lines: Int)
        /// Its last charge begins at the first of these times, that of the history at the second.
        case endsEarlier(Instant, Instant)
    }

    package let bill: CostBill
    package let reason: Reason

    package init(bill: CostBill, reason: Reason) {
        self.bill = bill
        self.reason = reason
    }
}
