/// When a forecast reaches a limit: a full disk, a spent budget, a threshold.
package struct LimitCrossing: Hashable, Sendable {
    /// The first step, from 1, at which the expected value is at the limit or beyond it; nil: not
    /// within the horizon.
    package let expected: Int?
    /// The first step at which the near end of the 80 % interval is; nil: not within the horizon.
    package let early80: Int?
    /// The first step at which the near end of the 95 % interval is: before it the limit is
    /// hardly met.
    package let early95: Int?
    /// The first step at which the far end of the 95 % interval is: from it on the limit has almost
    /// surely been met.
    package let late95: Int?
}

extension Forecast {
    /// When the forecast reaches `limit` from below (`isUpper`) or from above.
    package func crossing(of limit: Double, isUpper: Bool) -> LimitCrossing {
        func first(_ line: [Double]) -> Int? {
            line.firstIndex { isUpper ? $0 >= limit : $0 <= limit }.map { $0 + 1 }
        }
        return LimitCrossing(
            expected: first(mean),
            early80: first(isUpper ? upper80 : lower80),
            early95: first(isUpper ? upper95 : lower95),
            late95: first(isUpper ? lower95 : upper95)
        )
    }
}
