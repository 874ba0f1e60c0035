import D8SModel
import D8STestSupport
import Synchronization
import Testing

@testable import D8SCollect

struct RESTPatienceTests {
    @Test func `a short wait is waited, and the request made again`() async throws {
        let count = Mutex(0)
        let server = APIServer { _ in
            count.withLock { $0 += 1 }
            return count.withLock(\.self) == 1
                ? HTTPAnswer(json: "", status: 429, ["Retry-After": "30"])
                : HTTPAnswer(json: rows(1..<2))
        }
        let outcome = await Outcome.collect(try .sample(server))
        #expect(outcome.waits == [30])
        #expect(outcome.incidents.count == 1)
        #expect(outcome.error == nil)
    }

    @Test func `when the last answer used the limit up, the next request waits for its end`()
        async throws
    {
        let server = APIServer(
            ["/incidents": rows(1..<2), "/incidents?p=2": rows(2..<3)],
            headers: [
                "/incidents": [
                    "Link": "<?p=2>; rel=next", "X-RateLimit-Remaining": "0",
                    // date -u -d '2026-11-20 00:01:30' +%s
                    "X-RateLimit-Reset": "1795132890",
                ],
                "/incidents?p=2": [
                    "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1795140000",
                ],
            ]
        )
        let outcome = await Outcome.collect(try .sample(server, paging: .link(relation: "next")))
        #expect(outcome.waits == [90])
        #expect(outcome.incidents.count == 2)
        #expect(outcome.error == nil)
    }

    @Test func `a long wait ends the collection with what was read`() async throws {
        let server = APIServer(
            ["/incidents": rows(1..<2)],
            headers: [
                "/incidents": [
                    "Link": "<?p=2>; rel=next", "RateLimit-Remaining": "0",
                    "RateLimit-Reset": "121",
                ]
            ]
        )
        let outcome = await Outcome.collect(try .sample(server, paging: .link(relation: "next")))
        #expect(outcome.waits.isEmpty)
        #expect(outcome.incidents.count == 1)
        #expect("\(outcome.error as Any)".contains("may be asked again at 2026-11-20T00:02:01Z"))
    }

    @Test(arguments: [0, 1, 119])
    func `a server that always asks for a little more patience gets only so much`(
        seconds: Int
    ) async throws {
        let server = APIServer { _ in
            HTTPAnswer(json: "", status: 429, ["Retry-After": "\(seconds)"])
        }
        let outcome = await Outcome.collect(try .sample(server))
        #expect(server.requests.count <= 5)
        #expect(outcome.waits.reduce(0, +) <= 600)
        #expect("\(outcome.error as Any)".contains("was asked too often"))
    }

    @Test func `a refusal that names no time is not tried again`() async throws {
        let server = APIServer { _ in HTTPAnswer(status: 429) }
        let outcome = await Outcome.collect(try .sample(server))
        #expect(server.requests.count == 1)
        #expect("\(outcome.error as Any)".contains("was asked too often. What was read"))
    }
}
