import D8SModel
import D8STestSupport
import Testing

@testable import D8SCollect

struct RateLimitTests {
    // date -u -d @1795140060 → Fri Nov 20 02:01:00 UTC 2026
    private let now: Instant = "2026-11-20T02:00:00Z"

    @Test(arguments: [
        (429, ["Retry-After": "60"], true, "2026-11-20T02:01:00Z"),
        (429, ["Retry-After": "Fri, 20 Nov 2026 02:01:00 GMT"], true, "2026-11-20T02:01:00Z"),
        (503, ["Retry-After": "60"], true, "2026-11-20T02:01:00Z"),
        // GitHub: primary limit, with 403 and the second in which it ends.
        (
            403, ["X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1795140060"], true,
            "2026-11-20T02:01:00Z"
        ),
        (
            200, ["x-ratelimit-remaining": "0", "x-ratelimit-reset": "1795140060"], false,
            "2026-11-20T02:01:00Z"
        ),
        // GitLab: `RateLimit-Reset` is Unix time too; the IETF's drafts count seconds.
        (
            429, ["RateLimit-Remaining": "0", "RateLimit-Reset": "1795140060"], true,
            "2026-11-20T02:01:00Z"
        ),
        (
            200, ["RateLimit-Remaining": "0", "RateLimit-Reset": "60"], false,
            "2026-11-20T02:01:00Z"
        ),
        (200, ["RateLimit": "\"default\";r=0;t=60"], false, "2026-11-20T02:01:00Z"),
    ])
    func `what servers say of limits is understood`(
        status: Int,
        headers: [String: String],
        isRefusal: Bool,
        until: Instant
    ) {
        let limit = RateLimit(HTTPAnswer(json: "", status: status, headers), now: now)
        #expect(limit.isRefusal == isRefusal)
        #expect(limit.until == until)
    }

    @Test(arguments: [
        (200, ["X-RateLimit-Remaining": "1", "X-RateLimit-Reset": "1795140060"], false),
        (200, ["RateLimit": "\"default\";r=5;t=60"], false),
        (200, ["X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "soon"], false),
        (403, [:], false),
        (429, ["Retry-After": "-1"], true),
        (429, ["Retry-After": "nan"], true),
        (429, ["Retry-After": "1e300"], true),
    ])
    func `no time is made up`(status: Int, headers: [String: String], isRefusal: Bool) {
        let limit = RateLimit(HTTPAnswer(json: "", status: status, headers), now: now)
        #expect(limit.isRefusal == isRefusal)
        #expect(limit.until == nil)
    }
}
