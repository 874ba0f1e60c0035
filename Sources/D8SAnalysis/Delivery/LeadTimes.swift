import D8SModel

/// The lead times of the changes that each release first brought, side by side in release order.
///
/// Releases are in order of finish, so a week or a window is one stretch of the values. A lead time
/// is the release's finish minus the author's (or commit's) time; a clock that ran ahead makes it
/// negative, and it counts as 0, since nothing is delivered before it is written.
struct LeadTimes {
    /// Seconds, by release.
    private(set) var values: [Double] = []
    /// First release that is looked at.
    let first: Int
    /// Where the values of each release begin, from `first` on, and the end.
    private var starts: [Int]
    /// Releases of the values that were negative, ascending.
    private var negative: [Int] = []

    init(
        _ changes: ChangeColumns,
        _ mapping: ChangeMapping,
        _ releases: Releases,
        from first: Int,
        start: DeliveryPolicy.LeadTimeStart
    ) {
        self.first = first
        starts = [Int](repeating: 0, count: releases.all.count - first + 2)
        let isCounted = { (index: Int) -> Bool in
            Int(mapping.releases[index]) >= first && !changes.isMerge[index]
        }
        for index in mapping.releases.indices where isCounted(index) {
            starts[Int(mapping.releases[index]) - first + 2] += 1
        }
        for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
        values = [Double](repeating: 0, count: starts[starts.count - 1])
        let begun = start == .authored ? changes.authored : changes.committed
        for index in mapping.releases.indices where isCounted(index) {
            let release = Int(mapping.releases[index])
            let seconds = seconds(from: begun[index], to: releases.finishes[release])
            if seconds < 0 { negative.append(release) }
            values[starts[release - first + 1]] = max(0, seconds)
            starts[release - first + 1] += 1
        }
        negative.sort()
    }

    /// Where the values of these releases lie.
    func range(_ releases: Range<Int>) -> Range<Int> {
        let low = max(releases.lowerBound, first) - first
        let high = max(releases.upperBound, first) - first
        return starts[low]..<max(starts[low], starts[high])
    }

    func count(_ releases: Range<Int>) -> Int { range(releases).count }

    /// How many of these releases' values were negative.
    func negatives(_ releases: Range<Int>) -> Int {
        negative.count { releases.contains($0) }
    }

    /// Median of these releases' values; nil if there are none.
    func median(_ releases: Range<Int>, _ scratch: inout [Double]) -> Double? {
        let range = range(releases)
        guard !range.isEmpty else { return nil }
        if range.count == 1 { return values[range.lowerBound] }
        scratch.replaceSubrange(scratch.indices, with: values[range])
        return scratch.withUnsafeMutableBufferPointer { Quantile.of(0.5, selectingIn: $0) }
    }

    func sorted(_ releases: Range<Int>) -> [Double] {
        values[range(releases)].sorted()
    }
}
