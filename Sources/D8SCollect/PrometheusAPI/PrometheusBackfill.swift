import D8SModel

/// Reads one query from where it was left to now, a window of time after the other.
///
/// A window is at most a day and 10,000 steps long; it is halved when the server finds it too much
/// and when it brings more than a million samples, and grows again afterwards.
struct PrometheusBackfill {
    private let query: PrometheusQuery
    private let source: PrometheusSource
    private let client: PrometheusClient
    private let progress: @Sendable (String) -> Void
    /// Milliseconds: all up to `position` has been read, all up to `end` is to be.
    private var position: Int64
    private let end: Int64
    private var window: Int64
    private let step: Int64
    private(set) var report = CollectReport()
    /// Names of the metrics that came.
    private(set) var metrics: Set<String> = []

    /// Prometheus answers at most 11,000 points of a series.
    private static let pointLimit: Int64 = 10_000
    private static let day: Int64 = 86_400_000
    private static let sampleTarget = 1_000_000

    init(
        _ query: PrometheusQuery,
        of source: PrometheusSource,
        _ client: PrometheusClient,
        _ occasion: Occasion
    ) {
        self.query = query
        self.source = source
        self.client = client
        progress = occasion.progress
        let now = occasion.now()
        let settled = now.adding(seconds: -PrometheusSource.settling).milliseconds
        step = query.isSelector ? 1 : Self.milliseconds(source.step)
        end = settled - settled % step
        let first = now.adding(seconds: -source.backfill).milliseconds
        let known = occasion.cursors[Self.cursor(query, step)].flatMap { Int64($0) }
        let start = min(max(known ?? first, 0), end)
        position = start - start % step
        window = Self.longest(step)
    }

    /// What the next window brought, with the cursor behind it; nil at the end.
    mutating func next() async throws(CollectError) -> RecordBatch? {
        guard position < end else { return nil }
        let (answer, reached) = try await readWindow()
        var batch = RecordBatch()
        batch.columns = try columns(answer, upTo: reached)
        batch.cursors[Self.cursor(query, step)] = "\(reached)"
        position = reached
        adapt(to: answer.sampleCount)
        if position < end, answer.sampleCount > 0 {
            let samples = answer.sampleCount
            let instant = Instant(milliseconds: reached)
            progress("\(query.expression) is read up to \(instant), \(samples) samples")
        }
        return batch
    }

    /// The next window that the server answers, and its end.
    private mutating func readWindow() async throws(CollectError) -> (MatrixAnswer, Int64) {
        while true {
            let reached = min(end, position + window)
            do throws(CollectError) {
                return (try await ask(upTo: reached), reached)
            } catch {
                let shorter = Self.aligned((reached - position) / 2, to: step)
                guard error.isTooMuch, shorter >= max(step, 1000), shorter < reached - position
                else { throw error }
                window = shorter
            }
        }
    }

    private func ask(upTo reached: Int64) async throws(CollectError) -> MatrixAnswer {
        let end = Instant(milliseconds: reached)
        if query.isSelector {
            let start = Instant(milliseconds: position)
            return try await client.samples(query.expression, after: start, to: end)
        }
        return try await client.values(
            query.expression,
            from: Instant(milliseconds: position + step),
            to: end,
            step: Double(step) / 1000
        )
    }

    /// The answer's series under the names that they get, without what an earlier window had: a
    /// range holds its beginning too before Prometheus 3.
    private mutating func columns(
        _ answer: MatrixAnswer,
        upTo reached: Int64
    ) throws(CollectError) -> [SampleColumn] {
        if answer.isPartial { report.note("\(query.expression): a store did not answer") }
        for warning in (answer.warnings + answer.infos).sorted() {
            report.note("\(query.expression): \(warning)")
        }
        if answer.histograms > 0 {
            report.note("\(query.expression): native histograms are left out")
        }
        var columns: [SampleColumn] = []
        var seen: Set<Series> = []
        for column in answer.columns {
            let kept = kept(column, upTo: reached)
            guard !kept.times.isEmpty else { continue }
            guard !kept.series.metric.isEmpty else { throw nameless }
            guard seen.insert(kept.series).inserted else { throw ambiguous(kept.series) }
            columns.append(kept)
            metrics.insert(kept.series.metric)
            report.countRead(kept.times.count)
            if let last = kept.times.last { report.saw(Instant(milliseconds: last)) }
        }
        return columns.sorted { $0.series < $1.series }
    }

    private func kept(_ column: SampleColumn, upTo reached: Int64) -> SampleColumn {
        var kept = column
        kept.series = source.labelled(column.series, as: query.record)
        let isInside = { (time: Int64) in time > position && time <= reached }
        if let first = column.times.first, let last = column.times.last,
            isInside(first), isInside(last)
        {
            return kept
        }
        let indices = column.times.indices.filter { isInside(column.times[$0]) }
        kept.times = indices.map { column.times[$0] }
        kept.values = indices.map { column.values[$0] }
        return kept
    }

    private mutating func adapt(to samples: Int) {
        if samples > Self.sampleTarget {
            window = max(step, Self.aligned(window / 2, to: step))
        } else if samples < Self.sampleTarget / 4 {
            window = min(Self.longest(step), window * 2)
        }
    }

    private var nameless: CollectError {
        .unusable(
            what: "The query \(query.expression)",
            reason: "its result has no metric name",
            mend: "Give it one: {record: NAME, expr: …}."
        )
    }

    private func ambiguous(_ series: Series) -> CollectError {
        .unusable(
            what: "The query \(query.expression)",
            reason: "several of its series would be \(series)",
            mend: "Leave `record` out, or aggregate."
        )
    }
}

extension PrometheusBackfill {
    /// The cursor's name: another expression, name or step begins anew.
    fileprivate static func cursor(_ query: PrometheusQuery, _ step: Int64) -> String {
        let kind = query.isSelector ? "samples" : "values:\(step)"
        return "\(kind):\(query.record ?? ""):\(query.expression)"
    }

    fileprivate static func milliseconds(_ seconds: Double) -> Int64 {
        Int64(min(max(seconds, 1), 86_400) * 1000)
    }

    fileprivate static func longest(_ step: Int64) -> Int64 {
        step == 1 ? day : aligned(min(max(7 * day, step), step * pointLimit), to: step)
    }

    fileprivate static func aligned(_ length: Int64, to step: Int64) -> Int64 {
        length - length % step
    }
}
