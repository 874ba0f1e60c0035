/// A number that a pack watches of each of its entities.
package struct PackMeasure: Hashable, Sendable {
    /// The key is the pack's name, a full stop, and the measure's own: `system.cpu_use`.
    package var name: MeasureName
    /// PromQL whose series have the labels of the pack's entity; more labels make several values
    /// of one entity, of which the worst counts.
    ///
    /// `$window` stands for the time that a rate looks back: at least four scrapes and at least
    /// one step.
    package var query: String
    /// When it needs attention; empty if it is only shown.
    package var thresholds: [PackThreshold]
    /// Why it matters, in a sentence; nil: as the pack is about.
    package var about: String?
    /// Whether every entity has a value as long as it is there; not so where no traffic means no
    /// value, as of an error rate.
    package var isSteady: Bool
    /// Seconds after which a value is too old to say anything; nil: five steps of the night.
    package var stale: Double?
    /// Whether its last weeks are looked at for what is odd, shifted or creeping; not so where it
    /// compares or foretells itself.
    package var isTrended: Bool
    /// What is said when it needs attention.
    package var words: [Audience: PackWords]
    package var actions: [Action]
    /// Where to read what to do; nil if there is nothing.
    package var runbook: String?

    package init(
        name: MeasureName,
        query: String,
        thresholds: [PackThreshold] = [],
        about: String? = nil,
        isSteady: Bool = true,
        stale: Double? = nil,
        isTrended: Bool = true,
        words: [Audience: PackWords] = [:],
        actions: [Action] = [],
        runbook: String? = nil
    ) {
        self.name = name
        self.query = query
        self.thresholds = thresholds
        self.about = about
        self.isSteady = isSteady
        self.stale = stale
        self.isTrended = isTrended
        self.words = words
        self.actions = actions
        self.runbook = runbook
    }
}
