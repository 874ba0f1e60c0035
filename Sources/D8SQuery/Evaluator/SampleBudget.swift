/// How many values may still be held at a time.
struct SampleBudget {
    private(set) var held = 0
    let most: Int

    init(most: Int) { self.most = most }

    /// Refuses to hold so many more.
    func check(_ more: Int) throws(QueryError) {
        let (sum, isTooMuch) = held.addingReportingOverflow(more)
        guard !isTooMuch, sum <= most else {
            throw .tooMuch(what: "samples", count: sum, limit: most)
        }
    }

    /// Counts values that are about to be held.
    mutating func hold(_ more: Int) throws(QueryError) {
        try check(more)
        held += more
    }
}
