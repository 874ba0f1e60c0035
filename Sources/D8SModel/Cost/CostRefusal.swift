/// A statement that was not taken, so that a better one stays.
package struct CostRefusal: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// It was cut off, and what the history holds is complete.
        case cutOff
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
