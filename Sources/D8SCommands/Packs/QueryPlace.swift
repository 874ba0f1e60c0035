import D8SQuery

/// Where PromQL is answered: the history, or a server that a source names as its engine.
struct QueryPlace: Sendable {
    /// Whether events are there as series; nothing about them is asked where they are not.
    let holdsEvents: Bool
    /// An engine that looks back this many milliseconds for the latest sample; a server has a
    /// setting of its own and leaves this out of account.
    let engine: @Sendable (_ lookback: Int64) -> any QueryEngine

    /// Whether a query can have an answer here.
    func answers(_ query: String) -> Bool {
        holdsEvents || !query.asksForEvents
    }
}
