import D8SModel

/// A list of series whose keys in the history are known.
struct ResolvedList {
    /// Kept, so that no other list can have the same identity.
    let list: SeriesList
    /// The key of each series; 0 for one that is not taken, being over the limit.
    let keys: [Int64]
    let refused: Int
    /// The day whose activity has been noted for those that `isNoted` says.
    var day = Int64.min
    var isNoted: [Bool]

    init(list: SeriesList, keys: [Int64]) {
        self.list = list
        self.keys = keys
        refused = keys.count { $0 == 0 }
        isNoted = [Bool](repeating: false, count: keys.count)
    }
}
