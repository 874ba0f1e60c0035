import D8STestSupport
import Synchronization
import Testing

@testable import D8SCollect

/// When a request is made again, and after which time.
@Suite struct HTTPRetryTests {
    /// A server that says these, one after the other, the last one for ever.
    private final class Script: Sendable {
        private let turn = Mutex(0)
        private let answers: [String]

        init(_ answers: [String]) {
            self.answers = answers
        }

        var count: Int { turn.withLock(\.self) }

        func next() -> String {
            turn.withLock { turn in
                turn += 1
                return answers[min(turn, answers.count) - 1]
            }
        }
    }

    private static func answer(_ status: String, _ headers: String = "") -> String {
        "HTTP/1.1 \(status)\r\n\(headers)Content-Length: 0\r\nConnection: close\r\n\r\n"
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var method = "GET"
        let answers: [String]
        let status: Int
        let waits: [Double]
    }

    static let cases = [
        Case(
            testDescription: "503 twice, then 200",
            answers: [answer("503 Busy"), answer("503 Busy"), answer("200 OK")],
            status: 200,
            waits: [0.5, 1]
        ),
        Case(
            testDescription: "503 for ever ends as 503",
            answers: [answer("503 Busy")],
            status: 503,
            waits: [0.5, 1, 2]
        ),
        Case(
            testDescription: "429 with seconds",
            answers: [answer("429 Slow", "Retry-After: 7\r\n"), answer("200 OK")],
            status: 200,
            waits: [7]
        ),
        Case(
            testDescription: "503 with a date, 90 seconds after the answer's own",
            answers: [
                answer(
                    "503 Busy",
                    "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
                        + "Retry-After: Sun, 06 Nov 1994 08:51:07 GMT\r\n"
                ), answer("200 OK"),
            ],
            status: 200,
            waits: [90]
        ),
        Case(
            testDescription: "an hour is too long to wait",
            answers: [answer("503 Busy", "Retry-After: 3600\r\n"), answer("200 OK")],
            status: 503,
            waits: []
        ),
        Case(testDescription: "404 stands", answers: [answer("404 No")], status: 404, waits: []),
        Case(testDescription: "500 stands", answers: [answer("500 No")], status: 500, waits: []),
        Case(
            testDescription: "a POST is made once",
            method: "POST",
            answers: [answer("503 Busy"), answer("200 OK")],
            status: 503,
            waits: []
        ),
        Case(
            testDescription: "a connection that broke off",
            answers: ["", answer("200 OK")],
            status: 200,
            waits: [0.5]
        ),
    ]

    @Test(arguments: cases)
    func `a passing reason is waited out`(_ testCase: Case) async throws {
        let script = Script(testCase.answers)
        let server = RawServer { $0.send(script.next()) }
        let (transport, waits) = HTTPFixture.transport()
        var request = HTTPRequest(server.address, method: testCase.method)
        request.access.retries = 3
        let answer = try await transport.send(request)
        #expect(answer.status == testCase.status)
        #expect(waits.all == testCase.waits)
        #expect(script.count == testCase.waits.count + 1)
    }

    @Test(arguments: [(0, []), (6, []), (7, [7])] as [(Double, [Double])])
    func `a server is given no more seconds than the request allows`(
        longest: Double,
        waits expected: [Double]
    ) async throws {
        let script = Script([Self.answer("429 Slow", "Retry-After: 7\r\n"), Self.answer("200 OK")])
        let server = RawServer { $0.send(script.next()) }
        let (transport, waits) = HTTPFixture.transport()
        var request = HTTPRequest(server.address)
        request.access.longestWait = longest
        let answer = try await transport.send(request)
        #expect(answer.status == (expected.isEmpty ? 429 : 200))
        #expect(waits.all == expected)
    }

    @Test func `what a declared API asks to wait is waited once, within its own limit`()
        async throws
    {
        let script = Script([Self.answer("429 Slow", "Retry-After: 7\r\n")])
        let server = RawServer { $0.send(script.next()) }
        let (transport, waits) = HTTPFixture.transport()
        var source = try RESTSource.sample(transport)
        source.declaration.base = RESTTemplate(literal: server.address)
        source.longestWait = 6
        let refused = await Outcome.collect(source)
        #expect("\(refused.error as Any)".contains("was asked too often"))
        source.longestWait = 7
        let patient = await Outcome.collect(source)
        #expect(patient.waits == [7, 7, 7, 7])
        #expect(waits.all.isEmpty)
    }

    @Test func `a POST that broke off is not made again, one that was refused is`() async {
        let script = Script([""])
        let server = RawServer { $0.send(script.next()) }
        let (transport, waits) = HTTPFixture.transport()
        var request = HTTPRequest(server.address, method: "POST")
        _ = await HTTPFixture.failure(request, transport)
        #expect(script.count == 1)
        #expect(waits.all == [])
        request.url = "http://127.0.0.1:\(FreePort.find())/"
        #expect(
            await HTTPFixture.failure(request, transport)
                == "\(request.url) cannot be reached: connection refused."
        )
        #expect(waits.all == [0.5, 1])
    }

    @Test func `a host that is none is said so`() async {
        #expect(
            await HTTPFixture.failure(HTTPFixture.request("http://no-such-host.invalid/x"))
                == "http://no-such-host.invalid/x cannot be reached: "
                + "there is no host no-such-host.invalid."
        )
    }
}
