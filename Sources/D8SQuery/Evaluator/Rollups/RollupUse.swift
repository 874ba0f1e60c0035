/// Which column of rollups stands in for samples in a function.
enum RollupUse {
    case increases, minima, maxima, sums, counts, averages, lasts

    /// What a function of a range needs; the last samples of rollups where no column fits better.
    static func of(_ function: String) -> RollupUse {
        switch function {
        case "rate", "increase": .increases
        case "min_over_time": .minima
        case "max_over_time": .maxima
        case "sum_over_time": .sums
        case "count_over_time": .counts
        case "avg_over_time": .averages
        default: .lasts
        }
    }
}

/// The rollups that an evaluation reads, and where raw samples begin.
struct RollupSource {
    /// Milliseconds.
    let step: Int64
    /// Milliseconds since 1970.
    let rawStart: Int64
}
