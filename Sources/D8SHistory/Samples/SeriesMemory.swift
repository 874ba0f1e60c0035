import D8SModel

/// What a process remembers of the history, so that a series it has seen costs it nothing.
///
/// Everything in it can be forgotten at any time, and is when a transaction fails.
struct SeriesMemory: Sendable {
    struct ListKey: Hashable {
        let source: Int64
        let list: ObjectIdentifier
    }

    /// Series and lists that are remembered, at most; then it begins anew.
    private static let largestCount = 500_000

    /// How often series have been removed from the history; their keys may be used again.
    var removals: Int64?
    /// Samples in the head, as far as this process knows; nil if it never looked.
    var headCount: Int?
    /// What each source said last of its metrics.
    var metrics: [Int64: [Metric]] = [:]
    var active: [Int64: ActiveSeries] = [:]
    private var keys: [Series: Int64] = [:]
    private var lists: [ListKey: ResolvedList] = [:]
    private var listed = 0

    /// Hands all over and forgets it: what two had, the first change of either would copy whole.
    mutating func taken() -> SeriesMemory {
        defer { self = SeriesMemory() }
        return self
    }

    func key(of series: Series) -> Int64? {
        keys[series]
    }

    /// Makes room for more series at once.
    mutating func makeRoom(for count: Int) {
        keys.reserveCapacity(min(keys.count + count, Self.largestCount))
    }

    mutating func remember(_ series: Series, key: Int64) {
        if keys.count >= Self.largestCount { keys = [:] }
        keys[series] = key
    }

    /// Takes a list out, so that it can be changed in place.
    mutating func takeList(_ key: ListKey) -> ResolvedList? {
        guard let list = lists.removeValue(forKey: key) else { return nil }
        listed -= list.keys.count
        return list
    }

    mutating func putList(_ list: ResolvedList, _ key: ListKey) {
        if listed >= Self.largestCount {
            lists = [:]
            listed = 0
        }
        lists[key] = list
        listed += list.keys.count
    }

    /// Forgets the lists of a source of which series were refused, since there may be room now.
    mutating func forgetRefusals(of source: Int64) {
        for (key, list) in lists where key.source == source && list.refused > 0 {
            lists[key] = nil
            listed -= list.keys.count
        }
    }
}
