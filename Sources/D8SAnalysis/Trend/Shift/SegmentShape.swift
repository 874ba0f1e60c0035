/// What a series does between two changes.
enum SegmentShape: Sendable {
    /// It stays at a level.
    case level
    /// It rises or falls steadily.
    case line

    /// Numbers that describe one segment.
    var parameters: Int { self == .level ? 1 : 2 }

    /// Fewest points of a segment: fewer fit anything.
    var fewest: Int { self == .level ? 3 : 6 }
}
