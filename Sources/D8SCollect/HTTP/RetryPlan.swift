import D8SModel

/// When a request that failed for a passing reason is made again: the same times each time.
struct RetryPlan: Sendable {
    private static let passingStatuses: Set<Int> = [429, 502, 503, 504]

    /// Seconds to wait before the next attempt after `attempt` earlier ones and the one that brought
    /// this answer; nil if the answer stands, also because the wait would be over `longest`.
    static func wait(after answer: HTTPAnswer, attempt: Int, longest: Double) -> Double? {
        guard passingStatuses.contains(answer.status) else { return nil }
        guard let asked = requestedWait(answer) else { return wait(attempt: attempt) }
        return asked <= longest ? asked : nil
    }

    /// Half a second, one, two, four, then eight.
    static func wait(attempt: Int) -> Double {
        0.5 * Double(1 << min(max(attempt, 0), 4))
    }

    /// What `Retry-After` says (RFC 9110 section 10.2.3); nil if it says nothing that can be read.
    ///
    /// A date is held against the answer's own `Date`, so that no two clocks have to agree.
    private static func requestedWait(_ answer: HTTPAnswer) -> Double? {
        guard let text = answer.header("Retry-After") else { return nil }
        if let seconds = UInt32(text) { return Double(seconds) }
        guard let until = HTTPDate.instant(text),
            let now = answer.header("Date").flatMap(HTTPDate.instant)
        else { return nil }
        return max(0, until.seconds(since: now))
    }
}
