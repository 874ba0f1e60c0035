import D8SModel

/// What is known of a collection of costs between its batches.
struct CostMemory {
    /// One bill on its way in, as a statement that does not count yet.
    struct Staged {
        let bill: CostBill
        let statement: Int64
        var lines: Int64 = 0
        /// Start of the last charge.
        var lastCharge: Int64 = .min
        /// The sum of the digests of its lines, which is the same in any order.
        var digest: UInt64 = 0
    }

    /// By their numbers.
    var bills: [Staged] = []
    /// Ids of the keys by their numbers.
    var keys: [Int64] = []
    var days = DaySums()
    /// Whether keys may be there that no statement needs.
    var leavesKeys = false
}
