/// What a configuration may say about how findings become items.
package struct AttentionPolicy: Hashable, Sendable {
    /// How far a magnitude has to move, relative to the one last told, to be worse or better, and
    /// how far it has to fall before an item leaves its severity; 0.1 is 10 %.
    package var margin: Double
    /// The interval, in seconds, of a source that has none of its own.
    package var defaultInterval: Double
    /// The least time, in seconds, that a source may be late before anybody is told.
    package var grace: Double
    /// Rules that only see something missing, so that a silent source explains what they say.
    package var silenceRules: Set<String>
    /// How the names of items begin that are told while they are new: a rule, or a cause.
    ///
    /// They end by age, which mends nothing, and nobody is told that they are resolved.
    package var newsRules: Set<String>
    /// Calendar nights that an item's history shows, tonight included.
    package var historyNights: Int

    package init(
        margin: Double = 0.1,
        defaultInterval: Double = 7 * 86_400,
        grace: Double = 3600,
        silenceRules: Set<String> = ["deployments-rarer", "never-deployed", "no-deployment"],
        newsRules: Set<String> = [
            "cause-measures", "cost-changed", "cost-coming", "cost-grown", "cost-purchased",
            "cost-restated", "cost-week",
        ],
        historyNights: Int = 10
    ) {
        self.margin = margin
        self.defaultInterval = defaultInterval
        self.grace = grace
        self.silenceRules = silenceRules
        self.newsRules = newsRules
        self.historyNights = historyNights
    }
}
