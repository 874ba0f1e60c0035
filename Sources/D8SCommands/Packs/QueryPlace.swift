import D8SQuery

/// Where PromQL is answered: the history, or a server that a source names as its engine.
struct QueryPlace: Sendable {
    /// For messages: `the history`, `http://prometheus:9090`.
    let name: String
    /// Whether it is only asked for packs that are at work nowhere else.
    var isLastResort = false
    /// An engine that looks back this many milliseconds for the latest sample; a server has a
    /// setting of its own and leaves this out of account.
    let engine: @Sendable (_ lookback: Int64) -> any QueryEngine
}
