import D8SModel
import GRDB

/// Says how complete the samples of each source and metric are, mostly by the heads of chunks.
///
/// Only of the fullest series of a source and metric some chunks are decoded: the newest, which
/// tells the usual step, and those in which samples are missing.
struct SampleCoverageReader {
    private let heads: PreparedStatement
    private let data: PreparedStatement
    private var columns = SampleColumns()

    init(_ db: Database) throws {
        heads = try PreparedStatement(
            """
            SELECT sources.name, metric, series.id, chunks.id, first, last, count
            FROM series CROSS JOIN chunks ON chunks.series = series.id AND resolution = 0
                AND first >= ?1
            JOIN sources ON sources.id = series.source
            ORDER BY sources.name, metric, series.id, first
            """,
            in: db
        )
        data = try PreparedStatement("SELECT data FROM chunks WHERE id = ?1", in: db)
    }

    /// The coverage of each source and metric by chunks that begin at this time or later.
    mutating func read(from: Int64) throws -> [HistoryStatistics.SampleCoverage] {
        heads.reset()
        defer { heads.reset() }
        try heads.bind(from, at: 1)
        var found: [HistoryStatistics.SampleCoverage] = []
        var group = (source: "", metric: "", series: [[StoredChunk]]())
        var newest: Int64?
        while try heads.step() {
            let (source, metric) = (heads.text(0), heads.text(1))
            if source != group.source || metric != group.metric {
                if let coverage = try coverage(group) { found.append(coverage) }
                group = (source, metric, [])
                newest = nil
            }
            if newest != heads.integer(2) { group.series.append([]) }
            newest = heads.integer(2)
            group.series[group.series.count - 1].append(
                StoredChunk(
                    id: heads.integer(3),
                    first: heads.integer(4),
                    last: heads.integer(5),
                    count: Int(heads.integer(6))
                )
            )
        }
        if let last = try coverage(group) { found.append(last) }
        return found
    }

    /// Nil if there is no chunk, or none that tells a step.
    private mutating func coverage(
        _ group: (source: String, metric: String, series: [[StoredChunk]])
    ) throws -> HistoryStatistics.SampleCoverage? {
        let counts = group.series.map { $0.reduce(0) { $0 + $1.count } }
        guard let most = counts.max(), let position = counts.firstIndex(of: most) else {
            return nil
        }
        let fullest = group.series[position]
        guard let step = try usualStep(of: fullest) else { return nil }
        var (count, due) = (0, 0)
        for chunks in group.series {
            var samples = DueSamples(step: step)
            chunks.forEach { samples.add($0) }
            count += samples.count
            due += samples.due
        }
        return HistoryStatistics.SampleCoverage(
            source: group.source,
            metric: group.metric,
            count: count,
            due: due,
            longestGap: try longestGap(in: fullest, step: step)
        )
    }

    /// The median of the steps of the newest chunk with two samples or more, above 0.
    private mutating func usualStep(of chunks: [StoredChunk]) throws -> Double? {
        guard let chunk = chunks.last(where: { $0.count > 1 }) else { return nil }
        try decode(chunk)
        let times = columns.times
        let steps = zip(times.dropFirst(), times).map { Double($0) - Double($1) }.sorted()
        return steps.isEmpty ? nil : max(1, steps[steps.count / 2])
    }

    private mutating func longestGap(in chunks: [StoredChunk], step: Double) throws -> Window? {
        let samples = DueSamples(step: step)
        var longest: (start: Int64, end: Int64) = (0, 0)
        func note(_ start: Int64, _ end: Int64) {
            let isLonger =
                Double(end) - Double(start) > Double(longest.end) - Double(longest.start)
            if isLonger { longest = (start, end) }
        }
        for (chunk, next) in zip(chunks, chunks.dropFirst()) { note(chunk.last, next.first) }
        for chunk in chunks where samples.isMissing(in: chunk) {
            try decode(chunk)
            for (end, start) in zip(columns.times.dropFirst(), columns.times) { note(start, end) }
        }
        guard samples.isGap(longest.start, longest.end) else { return nil }
        return Window(
            start: Instant(milliseconds: longest.start),
            end: Instant(milliseconds: longest.end)
        )
    }

    /// Reads a chunk into `columns`, which are empty if it is damaged.
    private mutating func decode(_ chunk: StoredChunk) throws {
        columns.removeAll()
        data.reset()
        defer { data.reset() }
        try data.bind(chunk.id, at: 1)
        guard try data.step() else { return }
        do throws(ChunkFault) { try columns.append(chunk: data.bytes(0)) } catch {}
    }
}
