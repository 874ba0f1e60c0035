/// The series of one source that had a sample lately, which is what its limit counts.
struct ActiveSeries: Sendable {
    /// Days that are remembered before the newest one: a week, and one to compare.
    static let daysKept: Int64 = 9
    static let dayLength: Int64 = 86_400_000

    let limit: Int
    /// The newest day with a sample, in days since 1970-01-01; nil if there is none.
    var newest: Int64?
    /// Those of the newest day and the day before it, and those admitted since.
    var lately: Set<Int64>

    static func day(of time: Int64) -> Int64 {
        (time >= 0 ? time : time - (dayLength - 1)) / dayLength
    }
}
