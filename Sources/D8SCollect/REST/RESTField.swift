/// Where one field of a record comes from.
package struct RESTField: Hashable, Sendable {
    package enum Origin: Hashable, Sendable {
        /// The first of these paths that leads to something.
        case paths([RESTPath])
        case template(RESTTemplate)
    }

    /// How a time is written.
    package enum TimeForm: String, Hashable, Sendable, CaseIterable {
        /// With its zone.
        case iso8601
        /// Without a zone it is in UTC, and without a clock it is the day's beginning.
        case utc
        /// Seconds since 1970, with or without a fraction.
        case unix
        /// Milliseconds since 1970.
        case ms
        /// A day, which begins in UTC.
        case date
    }

    /// Which of several values at one path is taken.
    package enum Pick: String, Hashable, Sendable, CaseIterable {
        case first, last
    }

    package var origin: Origin
    package var pick = Pick.first
    /// What words become; `*` is for all others, and the word `skip` leaves the row out.
    package var map: [String: String]?
    /// Nil takes ISO 8601 with a zone, and Unix times in seconds or milliseconds by their size.
    package var time: TimeForm?
    /// What a number is multiplied by.
    package var scale: Double?
    /// What is taken if there is nothing.
    package var otherwise: RESTTemplate?

    /// Of the labels `*`: the names of the members that are labels, with commas; nil for all.
    package var names: RESTTemplate?

    package init(_ origin: Origin) {
        self.origin = origin
    }

    /// The word of a map that leaves its row out.
    package static let skip = "skip"
}
