import D8SHistory
import D8SModel
import D8SSite

/// The answer of `d8s history` for programs; times are ISO 8601 in UTC, sizes bytes.
struct HistoryAnswer: Encodable {
    struct Share: Encodable {
        var metric: String
        /// Seconds; 0 for samples.
        var resolutionSeconds: Int64
        var series: Int
        var rows: Int
        var bytes: Int
        var first: String
        var last: String
    }

    struct Coverage: Encodable {
        var source: String
        var share: Double?
        var gapFrom: String?
        var gapTo: String?
    }

    /// Of what a source brought of a metric in the newest seven days.
    struct SampleCoverage: Encodable {
        var source: String
        var metric: String
        var samples: Int
        /// Samples that would be there at the usual step.
        var due: Int
        var gapFrom: String?
        var gapTo: String?
    }

    var fileBytes: Int
    var freeBytes: Int
    var series: Int
    var headSamples: Int
    var headBytes: Int
    var kept: [Share]
    var coverage: [Coverage]
    var sampleCoverage: [SampleCoverage]

    init(_ statistics: HistoryStatistics) {
        fileBytes = statistics.fileSize
        freeBytes = statistics.freeSize
        series = statistics.series
        headSamples = statistics.headCount
        headBytes = statistics.headSize
        kept = statistics.shares.map { share in
            Share(
                metric: share.metric,
                resolutionSeconds: share.resolution / 1000,
                series: share.series,
                rows: share.count,
                bytes: share.bytes,
                first: share.first.description,
                last: share.last.description
            )
        }
        coverage = statistics.coverage.map { source in
            Coverage(
                source: source.source,
                share: source.share,
                gapFrom: source.longestGap?.start.description,
                gapTo: source.longestGap?.end.description
            )
        }
        sampleCoverage = statistics.samples.map { metric in
            SampleCoverage(
                source: metric.source,
                metric: metric.metric,
                samples: metric.count,
                due: metric.due,
                gapFrom: metric.longestGap?.start.description,
                gapTo: metric.longestGap?.end.description
            )
        }
    }

    /// What is kept, a row for each metric and resolution.
    var csv: String {
        CSV.text(
            header: [
                "metric", "resolution_seconds", "series", "rows", "bytes", "first", "last",
            ],
            rows: kept.map { share in
                [
                    .text(share.metric), .whole(Int(share.resolutionSeconds)),
                    .whole(share.series), .whole(share.rows), .whole(share.bytes),
                    .text(share.first), .text(share.last),
                ]
            }
        )
    }
}
