/// The instants from which forecasts are made: how much is known at each, and how far they look.
///
/// A forecast from an origin uses the first `origin` values only.
struct Origins: Hashable, Sendable {
    /// Values known at the first origin.
    let first: Int
    /// Steps from one origin to the next.
    let stride: Int
    let count: Int
    /// Steps forecast from each.
    let horizon: Int

    /// Values known at the last origin.
    var last: Int { first + stride * (count - 1) }

    /// Room for all forecasts, one origin after the other.
    var room: Int { count * horizon }

    /// The one origin at the end of a series.
    static func end(_ count: Int, horizon: Int) -> Origins {
        Origins(first: count, stride: 1, count: 1, horizon: horizon)
    }

    func origin(_ index: Int) -> Int { first + stride * index }
}
