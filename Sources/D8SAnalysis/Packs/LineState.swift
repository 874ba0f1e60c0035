import D8SModel

/// How one series of a measure stands tonight, if it needs attention or did.
struct LineState: Sendable {
    let line: MeasureReading.Line
    let threshold: PackThreshold
    /// Those of the night, the latest last; never empty.
    let episodes: [Episode]
    let latest: Episode
    /// When the latest one began, by the week's values where it began before the night did.
    let since: Int64

    /// Whether it lasts.
    var lasts: Bool { latest.end == nil }

    /// The severity while it lasts; what is over is information.
    var severity: Severity { lasts ? threshold.severity : .info }

    /// How far beyond the limit the worst value is, in limits; comparable within a measure.
    var excess: Double {
        let size = abs(threshold.limit)
        let excess = abs(worst - threshold.limit) / (size > 0 ? size : 1)
        return excess.isFinite ? excess : 1e9
    }

    /// The value that is told: the present one while it lasts, the worst one once it is over.
    var value: Double {
        lasts ? line.values.last { !$0.isNaN } ?? latest.worst : latest.worst
    }

    private var worst: Double { lasts ? value : latest.worst }

    /// Seconds of the night that its episodes took.
    func seconds(upTo end: Int64) -> Double {
        episodes.reduce(0) { $0 + Double(($1.end ?? end) - $1.start) / 1000 }
    }

    /// Worst first: what lasts, by severity and excess; ties by the bytes of the series.
    static func ranksBefore(_ left: LineState, _ right: LineState) -> Bool {
        if left.lasts != right.lasts { return left.lasts }
        if left.threshold.severity != right.threshold.severity {
            return left.threshold.severity > right.threshold.severity
        }
        if left.excess != right.excess { return left.excess > right.excess }
        return left.line.series < right.line.series
    }
}
