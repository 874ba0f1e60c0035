internal import D8SModel

/// The passes of several reads of the same series and windows.
struct PassGroup {
    private let reads: [SampleRead]
    private var passes: [SamplePass] = []

    init(_ reads: [SampleRead], _ budget: SampleBudget) throws(QueryError) {
        self.reads = reads
        for read in reads { passes.append(try read.pass(budget)) }
    }

    /// What each read has come to.
    var all: [(SampleRead, SamplePass)] { Array(zip(reads, passes)) }

    /// Gives each pass the part of a series that it is about.
    mutating func take(
        _ series: Series,
        _ times: ArraySlice<Int64>,
        _ values: ArraySlice<Double>
    ) throws(QueryError) {
        guard let first = reads.first else { return }
        let from = times.span.firstAfter(first.from - 1, from: 0)
        let to = times.span.firstAfter(first.to, from: from)
        guard from < to else { return }
        let range = times.startIndex + from..<times.startIndex + to
        var samples: WindowedSamples?
        for number in passes.indices {
            if reads[number].function == nil {
                try passes[number].take(series, times[range], values[range])
            } else {
                let known = samples ?? WindowedSamples(times[range], values[range], first.windows)
                samples = known
                try passes[number].take(series, known)
            }
        }
    }
}
