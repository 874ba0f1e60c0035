/// A time in which a measure was beyond a threshold for longer than its `for`.
struct Episode: Hashable, Sendable {
    /// When the value went beyond the limit, in milliseconds since 1970.
    var start: Int64
    /// When it came back, or was last seen; nil if it lasts.
    var end: Int64?
    /// The value farthest beyond the limit, and when.
    var worst: Double
    var worstTime: Int64
}
