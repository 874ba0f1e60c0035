import D8SModel

/// A marked place on a time axis.
struct TimeTick: Hashable {
    let time: Instant
    let label: String
}
