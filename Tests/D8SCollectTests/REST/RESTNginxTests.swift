import D8SModel
import D8STestSupport
import Testing

@testable import D8SCollect

struct RESTNginxTests {
    @Test func `two pages are read from a real server that asks for a token`() async throws {
        let folder = try ServerFolder()
        try folder.write(rows(1..<3), to: "www/incidents")
        try folder.write(rows(3..<4), to: "www/second")
        let server = try NginxServer(
            """
            default_type application/json;
            gzip on; gzip_types *; gzip_min_length 1;
            if ($http_authorization != "Bearer t0ken") { return 401 '{"message":"Bad credentials"}'; }
            location = /incidents { add_header Link '</second?page=2>; rel="next"'; }
            """,
            in: folder
        )
        defer { withExtendedLifetime(server) {} }
        var source = try RESTSource.sample(
            HTTPClientTransport.shared,
            paging: .link(relation: "next")
        )
        source.declaration.base = RESTTemplate(literal: server.address)
        source.access.retries = 0
        source.access.authorization = .bearer(.file(try folder.write("t0ken\n", to: "right")))
        let good = await Outcome.collect(source)
        #expect(good.error == nil)
        #expect(good.incidents.map(\.id) == ["1", "2", "3"])

        source.access.authorization = .bearer(.file(try folder.write("wr0ng", to: "wrong")))
        let bad = await Outcome.collect(source)
        #expect(
            bad.error?.description
                == "\(server.address)/incidents refused with status 401: Bad credentials."
        )
    }
}
