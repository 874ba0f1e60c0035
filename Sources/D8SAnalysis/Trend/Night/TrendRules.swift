package import D8SModel

/// The rules about the last weeks of every measure.
package enum TrendRules {
    /// What the methods page says about each.
    package static let all: [Rule] = [odd, shift, spread, creep]

    private static let clearly = """
        so clearly that over everything watched one false item in thirty nights is expected at most
        """

    static let odd = Rule(
        name: "measure-odd",
        title: "A measure was not as usual last night",
        firesWhen: """
            values of the last 24 hours differ to the harm, by a tenth or more, from what is usual \
            at such an hour and weekday, \(clearly). Info.
            """,
        silentWhen: """
            a limit of the measure has been passed, which says more; fewer than half of 28 days \
            are known; the value stays the same in most hours.
            """,
        whyItMatters: "what nobody set a limit for is seen too."
    )

    static let shift = Rule(
        name: "measure-shift",
        title: "A measure has moved to another level",
        firesWhen: """
            the level changed to the harm within the last seven days, by a tenth or more, and has \
            stayed there for half a day, \(clearly). Warning from half of what it was on, else \
            info.
            """,
        silentWhen: """
            a limit of the measure has been passed, which says more; fewer than half of 28 days \
            are known.
            """,
        whyItMatters: "the moment of a change points at its cause."
    )

    static let spread = Rule(
        name: "measure-spread",
        title: "A measure varies more or less than before",
        firesWhen: """
            the distance of hours from what those before them foretell grew within the last seven \
            days by half or more, and by a tenth of the level, and has stayed so for two days, \
            \(clearly). Where both directions are harm it fires for what varies less as well. Info.
            """,
        silentWhen: """
            the level changed too, which says more; a limit of the measure has been passed; fewer \
            than half of 28 days are known.
            """,
        whyItMatters: "what becomes erratic is about to fail, and a dead probe no longer varies."
    )

    static let creep = Rule(
        name: "measure-creep",
        title: "A measure creeps",
        firesWhen: """
            the means of 28 days rise or fall to the harm, by a tenth or more, \(clearly). Warning \
            if it is expected to be beyond a limit within seven days, else info.
            """,
        silentWhen: """
            a limit of the measure has been passed, which says more; it wanders by itself; fewer \
            than 14 days are known.
            """,
        whyItMatters: "what gets worse slowly is seen by nobody until it is at its limit."
    )
}
