import D8SModel
import D8STestSupport
import Testing

@testable import D8SCollect

struct RESTPagingTests {
    private let next = try? RESTPath("next")

    /// What `error` says; empty if there is none.
    private func sentence(_ outcome: Outcome) -> String {
        outcome.error.map { "\($0)" } ?? ""
    }

    @Test func `Link headers lead from page to page`() async throws {
        let server = APIServer(
            ["/incidents": rows(1..<3), "/incidents?page=2": rows(3..<5)],
            headers: ["/incidents": ["Link": "</incidents?page=2>; rel=\"next\""]]
        )
        let outcome = await Outcome.collect(try .sample(server, paging: .link(relation: "next")))
        #expect(outcome.incidents.map(\.id) == ["1", "2", "3", "4"])
        #expect(server.targets == ["/incidents", "/incidents?page=2"])
        #expect(outcome.report?.read == 4)
        #expect(outcome.report?.newest == "2026-11-19T00:00:00Z")
    }

    @Test func `an address inside the answer does too`() async throws {
        let server = APIServer([
            "/incidents": #"{"data":\#(rows(1..<2)),"next":"https://api.test/incidents?p=2"}"#,
            "/incidents?p=2": #"{"data":\#(rows(2..<3)),"next":null}"#,
        ])
        let outcome = await Outcome.collect(
            try .sample(server, paging: .address(RESTPath("next")), rows: "data")
        )
        #expect(outcome.incidents.map(\.id) == ["1", "2"])
    }

    @Test func `a cursor goes into the query`() async throws {
        let server = APIServer([
            "/incidents?size=2": #"{"data":\#(rows(1..<3)),"next":"a b&"}"#,
            "/incidents?size=2&after=a%20b%26": #"{"data":\#(rows(3..<4)),"next":""}"#,
        ])
        let paging = RESTPaging.cursor(try RESTPath("next"), parameter: "after")
        let outcome = await Outcome.collect(
            try .sample(server, paging: paging, query: [("size", "2")], rows: "data")
        )
        #expect(outcome.incidents.map(\.id) == ["1", "2", "3"])
    }

    @Test func `a cursor goes into the body of a query language`() async throws {
        let server = APIServer { request in
            let body = String(decoding: request.body, as: UTF8.self)
            guard request.method == "POST" else { return HTTPAnswer(status: 405) }
            switch body {
            case #"{"variables":{"first":2}}"#:
                return HTTPAnswer(json: #"{"data":{"n":\#(rows(1..<3)),"end":"X"}}"#)
            case #"{"variables":{"after":"X","first":2}}"#:
                return HTTPAnswer(json: #"{"data":{"n":\#(rows(3..<4)),"end":null}}"#)
            default: return HTTPAnswer(status: 400)
            }
        }
        let variables = RESTBody.map([
            .init("after", .text(try RESTTemplate("{cursor}"))), .init("first", .literal("2")),
        ])
        let source = try RESTSource.sample(
            server,
            paging: .cursor(RESTPath("data.end"), parameter: nil),
            body: .map([.init("variables", variables)]),
            rows: "data.n"
        )
        let outcome = await Outcome.collect(source)
        #expect(outcome.incidents.map(\.id) == ["1", "2", "3"])
        #expect(
            server.requests.first?.headers.contains(.init("Content-Type", "application/json"))
                == true
        )
    }

    @Test func `counted pages end with a short one`() async throws {
        let server = APIServer([
            "/incidents?page=1&n=2": rows(1..<3), "/incidents?page=2&n=2": rows(3..<5),
            "/incidents?page=3&n=2": rows(5..<6),
        ])
        let paging = RESTPaging.page(
            parameter: "page",
            first: 1,
            size: .init(parameter: "n", rows: 2)
        )
        let outcome = await Outcome.collect(try .sample(server, paging: paging))
        #expect(outcome.incidents.map(\.id) == ["1", "2", "3", "4", "5"])
        #expect(server.targets.count == 3)
    }

    @Test func `a server that gives less than it is asked for is read to its end`() async throws {
        let server = APIServer([
            "/incidents?offset=0&limit=100": rows(1..<3),
            "/incidents?offset=2&limit=100": rows(3..<5),
            "/incidents?offset=4&limit=100": "[]",
        ])
        let paging = RESTPaging.offset(
            parameter: "offset",
            size: .init(parameter: "limit", rows: 100),
            more: nil
        )
        let outcome = await Outcome.collect(try .sample(server, paging: paging))
        #expect(outcome.incidents.map(\.id) == ["1", "2", "3", "4"])
    }

    @Test func `a server that says whether there is more is believed`() async throws {
        let server = APIServer([
            "/incidents?offset=0": #"{"rows":\#(rows(1..<4)),"more":true}"#,
            "/incidents?offset=3": #"{"rows":\#(rows(4..<5)),"more":true}"#,
            "/incidents?offset=4": #"{"rows":\#(rows(5..<9)),"more":false}"#,
        ])
        let paging = RESTPaging.offset(parameter: "offset", size: nil, more: try RESTPath("more"))
        let outcome = await Outcome.collect(try .sample(server, paging: paging, rows: "rows"))
        #expect(outcome.incidents.count == 8)
    }

    @Test(arguments: ["</incidents>; rel=next", "</incidents?x=1>; rel=next"])
    func `a server whose next page is always the same one is left`(link: String) async throws {
        let server = APIServer { _ in HTTPAnswer(json: rows(1..<3), ["Link": link]) }
        let outcome = await Outcome.collect(try .sample(server, paging: .link(relation: "next")))
        #expect(sentence(outcome).contains("one that was read already"))
        #expect(server.targets.count <= 2)
        #expect(outcome.incidents.map(\.id).contains("1"))
    }

    @Test func `a cursor that comes again is a circle`() async throws {
        let server = APIServer { _ in HTTPAnswer(json: #"{"next":"same"}"#) }
        let paging = RESTPaging.cursor(try RESTPath("next"), parameter: "c")
        let outcome = await Outcome.collect(try .sample(server, paging: paging, rows: "rows"))
        #expect(sentence(outcome).contains("one that was read already"))
        #expect(server.targets.count == 2)
    }

    @Test func `a server that gives the same rows for every page is left`() async throws {
        let server = APIServer { _ in HTTPAnswer(json: rows(1..<3)) }
        let paging = RESTPaging.page(parameter: "page", first: 0, size: nil)
        let outcome = await Outcome.collect(try .sample(server, paging: paging))
        #expect(sentence(outcome).contains("one that was read already"))
        #expect(server.targets == ["/incidents?page=0", "/incidents?page=1"])
    }

    @Test func `a server without an end is left after so many pages`() async throws {
        let server = APIServer { request in
            let page = Int(request.url.split(separator: "=").last ?? "") ?? 0
            return HTTPAnswer(
                json: rows(page..<page + 1),
                ["Link": "<?page=\(page + 1)>; rel=next"]
            )
        }
        let source = try RESTSource.sample(server, paging: .link(relation: "next"), pages: 7)
        let outcome = await Outcome.collect(source)
        #expect(sentence(outcome).contains("more than 7 pages"))
        #expect(server.targets.count == 7)
        #expect(outcome.incidents.count == 7)
    }

    @Test(arguments: ["https://evil.test/incidents", "//evil.test/", "https://api.test@evil.test/"])
    func `a next page on another server is not asked for`(link: String) async throws {
        let server = APIServer { _ in
            HTTPAnswer(json: rows(1..<2), ["Link": "<\(link)?token=abc>; rel=next"])
        }
        let outcome = await Outcome.collect(try .sample(server, paging: .link(relation: "next")))
        #expect(server.targets == ["/incidents"])
        #expect(sentence(outcome).contains("another server"))
        #expect(!sentence(outcome).contains("abc"))
    }
}
