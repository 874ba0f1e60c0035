import D8SHistory
import D8SModel

/// The answer of `d8s history` as text for a terminal.
struct HistoryTable {
    let statistics: HistoryStatistics
    let format: Format

    /// Metrics with the most bytes that are listed.
    private static let listed = 20

    var text: String {
        let parts = [summary, resolutions, metrics, coverage, missing].filter { !$0.isEmpty }
        return parts.map { AlignedLines.of($0).joined(separator: "\n") + "\n" }
            .joined(separator: "\n")
    }

    private var summary: [[String]] {
        [
            ["file", ByteText.text(statistics.fileSize)],
            ["free in it", ByteText.text(statistics.freeSize)],
            ["series", format.whole(statistics.series)],
            [
                "not folded yet",
                "\(format.whole(statistics.headCount)) samples, "
                    + ByteText.text(statistics.headSize),
            ],
        ]
    }

    private var resolutions: [[String]] {
        let rows = [(Int64(0), "samples"), (3_600_000, "by hour"), (86_400_000, "by day")]
            .compactMap { resolution, name in
                row(name, statistics.shares.filter { $0.resolution == resolution })
            }
        return rows.isEmpty ? [] : [Self.head("kept")] + rows
    }

    /// The metrics that take most, all their resolutions together.
    private var metrics: [[String]] {
        let metrics = Dictionary(grouping: statistics.shares, by: \.metric)
            .map { (name: $0.key, shares: $0.value, bytes: $0.value.reduce(0) { $0 + $1.bytes }) }
            .sorted { ($1.bytes, $0.name) < ($0.bytes, $1.name) }
        let rows = metrics.prefix(Self.listed).compactMap {
            row(TerminalText.line($0.name), $0.shares)
        }
        let more = metrics.count - Self.listed
        return rows.isEmpty
            ? [] : [Self.head("metric")] + rows + (more > 0 ? [["and \(more) more"]] : [])
    }

    private var coverage: [[String]] {
        guard !statistics.coverage.isEmpty else { return [] }
        let rows = statistics.coverage.map { source in
            [
                TerminalText.line(source.source),
                source.share.map { format.percent($0) } ?? "(no rhythm)",
                source.longestGap.map(gap) ?? "none",
            ]
        }
        return [["source, last 7 days", "covered", "longest gap"]] + rows
    }

    /// The metrics of which most samples are missing; those of which none is are not listed.
    private var missing: [[String]] {
        func share(_ metric: HistoryStatistics.SampleCoverage) -> Double {
            Double(metric.count) / Double(max(metric.due, 1))
        }
        let incomplete = statistics.samples.filter { $0.longestGap != nil }
            .sorted { (share($0), $0.source, $0.metric) < (share($1), $1.source, $1.metric) }
        guard !incomplete.isEmpty else { return [] }
        let rows = incomplete.prefix(Self.listed).map { metric in
            [
                TerminalText.line("\(metric.source): \(metric.metric)"),
                format.percent(share(metric)), metric.longestGap.map(gap) ?? "none",
            ]
        }
        let more = incomplete.count - Self.listed
        return [["samples with gaps, last 7 days", "there", "longest gap"]] + rows
            + (more > 0 ? [["and \(more) more"]] : [])
    }

    private func gap(_ gap: Window) -> String {
        "\(format.duration(gap.end.seconds(since: gap.start))) from \(gap.start)"
    }

    private static func head(_ name: String) -> [String] {
        [name, "series", "rows", "bytes", "bytes a row", "from", "to"]
    }

    private func row(_ name: String, _ shares: [HistoryStatistics.Share]) -> [String]? {
        guard let first = shares.map(\.first).min(), let last = shares.map(\.last).max() else {
            return nil
        }
        let count = shares.reduce(0) { $0 + $1.count }
        let bytes = shares.reduce(0) { $0 + $1.bytes }
        return [
            name, format.whole(shares.map(\.series).reduce(0, +)), format.whole(count),
            ByteText.text(bytes), format.number(Double(bytes) / Double(max(count, 1))),
            first.description, last.description,
        ]
    }
}
