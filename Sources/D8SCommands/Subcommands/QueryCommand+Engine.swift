import D8SCollect
import D8SModel
import D8SQuery

extension QueryCommand {
    /// What answers: the server that a source names as its engine, as for packs and rules, else the
    /// history.
    ///
    /// Events are in the history only, and so is what a file named with `--history` holds.
    func engine(_ session: Session, until end: Instant) throws -> any QueryEngine {
        if let server = try server(session.configuration) { return RemoteEngine(server) }
        return EmbeddedEngine(try storage(session, until: end))
    }

    private func server(_ configuration: Configuration) throws(CommandError) -> PrometheusSource? {
        let sources = configuration.sources.filter { $0.engine != nil }
        let names = sources.map(\.name)
        if let engine {
            guard engine != "history" else { return nil }
            if let source = sources.first(where: { $0.name == engine }) { return source.engine }
            throw .noSuchEngine(name: engine, engines: names)
        }
        guard history == nil, !expression.asksForEvents else { return nil }
        guard names.count < 2 else { throw .noSuchEngine(name: nil, engines: names) }
        return sources.first?.engine
    }

    /// Events are read only if the expression may ask for them.
    private func storage(
        _ session: Session,
        until end: Instant
    ) throws -> any SampleStorage {
        guard expression.asksForEvents else {
            return HistoryStorage(history: session.history)
        }
        return try session.pipeline.storage(asOf: end)
    }
}
