import D8SAttention
import D8SModel
import D8SQuery

/// The servers that sources name as their engines, as they are found tonight.
///
/// Each is asked once for a constant; one that does not answer is an item and is asked nothing more
/// for this edition, so that it neither holds the night up nor raises an item for every measure.
struct QueryServers: Sendable {
    /// Those that answer, in the order of the sources.
    private(set) var answering: [QueryPlace] = []
    private(set) var silent: [SilentEngine] = []

    init(of sources: [SourceConfiguration], asOf: Instant) async {
        for source in sources {
            guard let settings = source.engine else { continue }
            let engine = RemoteEngine(settings)
            do throws(QueryError) {
                _ = try await engine.instant("vector(1)", at: asOf)
                answering.append(QueryPlace(holdsEvents: false) { _ in engine })
            } catch {
                silent.append(SilentEngine(source: source.name, reason: "\(error)"))
            }
        }
    }
}
