import D8SModel
import D8STestSupport
import Testing

@testable import D8SCollect

struct RESTProgressTests {
    private func progress(
        _ order: RESTProgress.Order,
        overlap: Double = 3600,
        window: Double? = nil
    ) throws -> RESTProgress {
        RESTProgress(
            time: RESTField(.paths([try RESTPath("at")])),
            order: order,
            overlap: overlap,
            window: window
        )
    }

    private func row(_ id: Int, _ at: String) -> String { #"{"id":\#(id),"at":"\#(at)"}"# }

    @Test func `the first collection reaches back, the next goes on from the newest row`()
        async throws
    {
        let server = APIServer { _ in
            HTTPAnswer(
                json: "[\(row(1, "2026-11-18T00:00:00Z")),\(row(2, "2026-11-19T00:00:00Z"))]"
            )
        }
        var source = try RESTSource.sample(
            server,
            query: [("since", "{since}"), ("until", "{until:unix}")],
            progress: progress(.none)
        )
        source.reach = 86_400
        let first = await Outcome.collect(source)
        #expect(first.cursors == ["incidents": "2026-11-19T00:00:00Z"])
        _ = await Outcome.collect(source, now: "2026-11-21T00:00:00Z", cursors: first.cursors)
        // date -u -d 2026-11-20 +%s → 1795132800, a day more → 1795219200
        #expect(
            server.targets == [
                "/incidents?since=2026-11-19T00%3A00%3A00Z&until=1795132800",
                "/incidents?since=2026-11-18T23%3A00%3A00Z&until=1795219200",
            ]
        )
    }

    @Test func `a row from the future does not move the cursor past now`() async throws {
        let server = APIServer { _ in HTTPAnswer(json: "[\(self.row(1, "2199-01-01T00:00:00Z"))]")
        }
        let outcome = await Outcome.collect(try .sample(server, progress: progress(.none)))
        #expect(outcome.cursors == ["incidents": "2026-11-20T00:00:00Z"])
    }

    @Test func `from old to new each page leaves its cursor`() async throws {
        let server = APIServer { request in
            request.url.hasSuffix("p=2")
                ? HTTPAnswer(status: 500)
                : HTTPAnswer(
                    json: "[\(self.row(1, "2026-11-18T00:00:00Z"))]",
                    ["Link": "<?p=2>; rel=next"]
                )
        }
        let outcome = await Outcome.collect(
            try .sample(server, paging: .link(relation: "next"), progress: progress(.oldestFirst))
        )
        #expect(outcome.error != nil)
        #expect(outcome.incidents.count == 1)
        #expect(outcome.cursors == ["incidents": "2026-11-18T00:00:00Z"])
    }

    @Test func `from new to old rows that are too old end the reading`() async throws {
        let server = APIServer { request in
            let rows =
                "[\(self.row(3, "2026-11-19T00:00:00Z")),\(self.row(2, "2026-11-01T00:00:00Z"))]"
            return HTTPAnswer(json: rows, ["Link": "<?p=2>; rel=next"])
        }
        var source = try RESTSource.sample(
            server,
            paging: .link(relation: "next"),
            progress: progress(.newestFirst)
        )
        source.reach = 7 * 86_400
        let outcome = await Outcome.collect(source)
        #expect(outcome.incidents.map(\.id) == ["3"])
        #expect(server.targets.count == 1)
        #expect(outcome.error == nil)
    }

    /// Ten rows, newest first, each with a second request; the fifth of those comes too soon.
    @Test func `a reading from new to old that was stopped goes on where it stood`() async throws {
        let list =
            "["
            + (0..<10).map { row(10 - $0, "2026-11-\(19 - $0)T00:00:00Z") }
            .joined(separator: ",") + "]"
        let server = APIServer { request in
            if request.url.hasSuffix("/incidents") { return HTTPAnswer(json: list) }
            return request.url.hasSuffix("/6")
                ? HTTPAnswer(json: "{}", status: 429, ["Retry-After": "7200"])
                : HTTPAnswer(json: #"{"title":"T"}"#)
        }
        let each = RESTRequest.Each(
            member: "detail",
            call: RESTCall(path: try RESTTemplate("/incidents/{.id}"))
        )
        let progress = try progress(.newestFirst)
        let first = await Outcome.collect(try .sample(server, progress: progress, each: each))
        #expect(first.incidents.map(\.id) == ["10", "9", "8", "7"])
        #expect(first.incidents.first?.title == "T")
        #expect(
            first.error.map { "\($0)" }
                == "https://api.test/incidents/6 was asked too often and may be asked again at"
                + " 2026-11-20T02:00:00Z. What was read is kept; the next collection goes on from there."
        )
        #expect(first.cursors == ["incidents.done": "2026-11-16T00:00:00Z 2026-11-19T00:00:00Z"])

        let again = APIServer { request in
            request.url.hasSuffix("/incidents")
                ? HTTPAnswer(json: list) : HTTPAnswer(json: #"{"title":"U"}"#)
        }
        let second = await Outcome.collect(
            try .sample(again, progress: progress, each: each),
            cursors: first.cursors
        )
        #expect(second.incidents.map(\.id) == ["7", "6", "5", "4", "3", "2", "1"])
        #expect(second.error == nil)
        let cursors = second.batches.last?.cursors ?? [:]
        #expect(cursors["incidents"] == "2026-11-19T00:00:00Z")
        #expect(cursors["incidents.done"] == .some(nil))
    }

    @Test func `a long time is asked for in windows`() async throws {
        let server = APIServer { _ in HTTPAnswer(json: "[]") }
        var source = try RESTSource.sample(
            server,
            query: [("from", "{since:date}"), ("to", "{until:date}")],
            progress: progress(.oldestFirst, window: 30 * 86_400)
        )
        source.reach = 70 * 86_400
        let outcome = await Outcome.collect(source)
        #expect(
            server.targets == [
                "/incidents?from=2026-09-11&to=2026-10-11",
                "/incidents?from=2026-10-11&to=2026-11-10",
                "/incidents?from=2026-11-10&to=2026-11-20",
            ]
        )
        #expect(outcome.cursors == ["incidents": "2026-11-10T00:00:00Z"])
    }

    @Test(arguments: ["yesterday", "", "2026-11-19"])
    func `a cursor that cannot be read is as good as none`(cursor: String) async throws {
        let server = APIServer { _ in HTTPAnswer(json: "[]") }
        var source = try RESTSource.sample(
            server,
            query: [("from", "{since:date}")],
            progress: progress(.none)
        )
        source.reach = 86_400
        _ = await Outcome.collect(source, cursors: ["incidents": cursor])
        #expect(server.targets == ["/incidents?from=2026-11-19"])
    }
}
