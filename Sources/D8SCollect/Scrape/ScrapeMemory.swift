import D8SModel
import Synchronization

/// What a target's scrapes leave for the next one.
final class ScrapeMemory: Sendable {
    private let state: Mutex<State>

    struct State {
        fileprivate var reader: ExpositionReader?
        /// The series of the scrape before, and those of them that the page itself dates.
        fileprivate var last = SeriesList([])
        fileprivate var ownTimes: Set<Int32> = []
        /// Whether the target's OpenMetrics broke rules, so that it is asked for text 0.0.4.
        fileprivate var prefersText = false
        fileprivate let reports: SeriesList
    }

    /// A page that was read.
    struct Page {
        var content: ExpositionPage
        /// Samples that say that a series has ended; nil if none has.
        var ended: SampleRound?
        /// Series that the scrape before did not have.
        var added: Int
    }

    init(_ target: ScrapeTarget) {
        state = Mutex(State(reports: ScrapeReport.list(target)))
    }

    var reports: SeriesList { state.withLock { $0.reports } }

    var prefersText: Bool { state.withLock { $0.prefersText } }

    func preferText(_ prefers: Bool) {
        state.withLock { $0.prefersText = prefers }
    }

    /// Reads a page whose samples without a time are of `time`.
    func read(
        _ body: [UInt8],
        _ format: ExpositionFormat,
        of target: ScrapeTarget,
        at time: Int64
    ) -> Result<Page, ExpositionFault> {
        state.withLock { state in
            Result { () throws(ExpositionFault) in
                try state.read(body, format, of: target, at: time)
            }
        }
    }

    /// Samples that end the series of the scrape before, since this one failed; nil if there are
    /// none.
    func end(at time: Int64) -> SampleRound? {
        state.withLock { $0.go(to: SeriesList([]), [], at: time).ended }
    }
}

extension ScrapeMemory.State {
    fileprivate mutating func read(
        _ body: [UInt8],
        _ format: ExpositionFormat,
        of target: ScrapeTarget,
        at time: Int64
    ) throws(ExpositionFault) -> ScrapeMemory.Page {
        if reader?.options.format != format {
            reader = ExpositionReader(Self.options(target, format))
        }
        reader?.begin(time: time)
        try body.withUnsafeBufferPointer { (bytes) throws(ExpositionFault) in
            try reader?.feed(bytes)
        }
        try reader?.finish()
        guard let content = reader?.take() else {
            throw ExpositionFault(line: 1, column: 1, reason: "the page is not read")
        }
        let kept = content.round.values.count
        if let most = target.limits.samples, kept > most {
            let reason = "the page has \(kept) samples, more than sample_limit: \(most)"
            throw ExpositionFault(line: 1, column: 1, reason: reason)
        }
        let change = go(to: content.round.list, content.hasOwnTimes, at: time)
        return ScrapeMemory.Page(content: content, ended: change.ended, added: change.added)
    }

    /// Takes this scrape's series for the last ones; gives what ends those that it lacks.
    fileprivate mutating func go(
        to list: SeriesList,
        _ ownTimes: Set<Int32>,
        at time: Int64
    ) -> (ended: SampleRound?, added: Int) {
        defer {
            last = list
            self.ownTimes = ownTimes
        }
        guard list !== last else { return (nil, 0) }
        if last.isEmpty { return (nil, list.count) }
        let now = Set(list)
        let before = Set(last)
        let gone = last.indices.filter {
            !self.ownTimes.contains(Int32($0)) && !now.contains(last[$0])
        }
        let added = now.count { !before.contains($0) }
        guard !gone.isEmpty else { return (nil, added) }
        let ended = SampleRound(
            list: SeriesList(gone.map { last[$0] }),
            positions: Array(0..<Int32(gone.count)),
            times: gone.map { _ in time },
            values: gone.map { _ in .staleMarker }
        )
        return (ended, added)
    }

    private static func options(
        _ target: ScrapeTarget,
        _ format: ExpositionFormat
    ) -> ExpositionOptions {
        var options = ExpositionOptions(format: format)
        options.isStrict = target.isStrict
        options.ignoresTimes = !target.honorsTimestamps
        let labels = target.attachedLabels
        options.relabel = { (series) throws(ExpositionRefusal) in
            try target.relabelled(series, labels)
        }
        return options
    }
}
