/// How far apart the samples of a series are.
enum SampleStep {
    /// The median of the first gaps, in milliseconds; nil with less than two samples.
    static func of(_ times: ArraySlice<Int64>) -> Int64? {
        let some = times.prefix(65)
        let gaps = zip(some, some.dropFirst()).map { $1 - $0 }.sorted()
        return gaps.isEmpty ? nil : gaps[gaps.count / 2]
    }
}
