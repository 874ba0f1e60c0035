/// The last day of a daily course, where it alone is far off.
///
/// It may be a spike or the first of many: until a second day says so it is no reason to expect
/// more of the same.
enum LastDay {
    /// Days before it that it is held against, and robust standard deviations that are far.
    private static let span = 7
    private static let reach = 5.0
    /// Under this part of what such days cost nothing is far off.
    private static let least = 0.25

    /// The course with the last day as the week before was, if it alone is far off.
    static func settled(_ use: [Double]) -> [Double] {
        let level = PhaseMedians.adjusted(use, periods: [7])
        let before = level.dropLast(2).suffix(span).filter(\.isFinite)
        let known = level.dropLast().filter(\.isFinite)
        guard let last = level.last, last.isFinite, before.count == span,
            let middle = Quantile.median(of: before), let noise = Despiking.noise(known)
        else { return use }
        let limit = max(reach * noise, least * abs(middle))
        let day = level[level.count - 2]
        // A course that falls or rises day by day gets far, too, but not at once.
        let isAlone = !day.isFinite || abs(day - middle) <= limit && abs(last - day) > limit
        guard abs(last - middle) > limit, isAlone else { return use }
        return use.dropLast() + [use[use.count - 1] - last + middle]
    }
}
