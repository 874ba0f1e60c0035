import D8SCollect
import D8SModel
import Synchronization

/// Proves that a source can be read, without keeping what it brings.
struct Check: Sendable {
    /// The clock, and what the history knows of earlier collections.
    let occasion: Occasion

    /// Seconds after which a source that still brings more has proved itself.
    private static let patience = 5.0

    /// What one source would bring.
    struct Answer: Sendable {
        var report: CollectReport?
        var brought = Brought()
        /// False if reading was ended before the source was.
        var isWhole = true
        /// Why the source cannot be read; nil if it can.
        var error: CollectError?
    }

    struct Brought: Hashable, Sendable {
        var records = 0
        var samples = 0
        var series: Set<Series> = []
    }

    /// Thrown to end a collection that has shown enough.
    private struct Enough: Error {}

    func run(_ source: SourceConfiguration) async -> Answer {
        let brought = Mutex(Brought())
        let now = occasion.now
        let began = now()
        var answer = Answer()
        do throws(CollectError) {
            answer.report = try await source.collector.collect(occasion) { batch in
                brought.withLock { $0.add(batch) }
                if now().seconds(since: began) > Self.patience { throw Enough() }
            }
        } catch {
            if case .delivery(let reason) = error, reason is Enough {
                answer.isWhole = false
            } else {
                answer.error = error
            }
        }
        answer.brought = brought.withLock(\.self)
        return answer
    }
}

extension Check.Brought {
    mutating func add(_ batch: RecordBatch) {
        records += batch.count
        samples += batch.sampleCount
        for round in batch.rounds { series.formUnion(round.list) }
        series.formUnion(batch.columns.map(\.series))
    }
}
