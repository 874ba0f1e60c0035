import D8SModel
import Synchronization

/// The series that a cluster's objects had when they were last read, so that those of an object
/// that is gone are ended.
final class ObjectMemory: Sendable {
    /// By the kind of the objects.
    private let last = Mutex<[String: Set<Series>]>([:])

    /// Takes the series of these kinds, of which every object was read, for the last ones.
    ///
    /// - Parameters:
    ///   - series: What was read, by the kind of the objects.
    ///   - kinds: The kinds of which all objects were read: of the others nobody knows what is gone.
    ///   - time: When it was read.
    /// - Returns: Samples that say that a series has ended; nil if none has.
    func end(
        _ series: [String: Set<Series>],
        of kinds: Set<String>,
        at time: Instant
    ) -> SampleRound? {
        let gone = last.withLock { last in
            var gone: Set<Series> = []
            for kind in kinds {
                let now = series[kind] ?? []
                gone.formUnion((last[kind] ?? []).subtracting(now))
                last[kind] = now
            }
            return gone.sorted()
        }
        guard !gone.isEmpty else { return nil }
        return SampleRound(
            list: SeriesList(gone),
            positions: gone.indices.map { Int32(clamping: $0) },
            times: gone.map { _ in time.milliseconds },
            values: gone.map { _ in .staleMarker }
        )
    }
}
