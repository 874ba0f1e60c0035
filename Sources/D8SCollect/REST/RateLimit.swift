import D8SModel

/// What an answer says about how soon the server may be asked again.
///
/// Read are `Retry-After` (RFC 9110, section 10.2.3), `X-RateLimit-Remaining` and `-Reset`
/// (GitHub), `RateLimit-Remaining` and `-Reset` (GitLab, early drafts of the IETF), and
/// `RateLimit: "name";r=0;t=30` (draft-ietf-httpapi-ratelimit-headers).
struct RateLimit: Hashable, Sendable {
    /// When to ask again; nil if the server does not say, or there is no need to wait.
    let until: Instant?
    /// Whether this answer is a refusal for asking too often.
    let isRefusal: Bool

    init(_ answer: HTTPAnswer, now: Instant) {
        let retry = answer.header("Retry-After").flatMap { Self.instant($0, now: now) }
        let isUsedUp = Self.remaining(answer) == 0
        let reset = isUsedUp ? Self.reset(answer, now: now) : nil
        switch answer.status {
        case 429: isRefusal = true
        case 403: isRefusal = retry != nil || isUsedUp
        case 503: isRefusal = retry != nil
        default: isRefusal = false
        }
        until = isRefusal ? retry ?? reset : reset
    }

    private static func remaining(_ answer: HTTPAnswer) -> Int? {
        let names = ["X-RateLimit-Remaining", "RateLimit-Remaining"]
        let text = names.lazy.compactMap(answer.header).first ?? parameter("r", of: answer)
        return text.flatMap { Int(trimmed($0)) }
    }

    private static func reset(_ answer: HTTPAnswer, now: Instant) -> Instant? {
        let names = ["X-RateLimit-Reset", "RateLimit-Reset"]
        let text = names.lazy.compactMap(answer.header).first ?? parameter("t", of: answer)
        return text.flatMap { instant($0, now: now) }
    }

    /// A parameter of the first item of `RateLimit: "default";r=0;t=30`.
    private static func parameter(_ name: String, of answer: HTTPAnswer) -> String? {
        let item = answer.header("RateLimit")?.prefix { $0 != "," }
        return item?.split(separator: ";").map(trimmed)
            .first { $0.hasPrefix(name + "=") }?.dropFirst(name.count + 1).description
    }

    /// Seconds from now, seconds since 1970 if they are too many for that, or an HTTP date.
    private static func instant(_ text: String, now: Instant) -> Instant? {
        let text = trimmed(text)
        guard let seconds = Double(text) else { return HTTPDate.instant(text) }
        guard seconds >= 0, seconds < 1e11 else { return nil }
        return seconds > 1e9
            ? Instant(seconds: Int64(seconds.rounded(.up))) : now.adding(seconds: seconds)
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        text.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
}
