import D8SModel

/// An alert that is pending or fires, as Prometheus keeps it between two evaluations.
struct ActiveAlert: Hashable, Sendable {
    enum State: String, Sendable {
        case pending, firing
    }

    var state: State
    /// When the expression began to hold, in milliseconds since 1970.
    var activeAt: Int64
    /// When it began to fire; nil while it is pending.
    var firedAt: Int64?
    /// Since when it fires only because of `keep_firing_for`.
    var keptSince: Int64?
    /// What the expression gave last.
    var element: RuleElement
    /// How the evaluation before the window's first one left it is not known.
    var isOlder: Bool
}
