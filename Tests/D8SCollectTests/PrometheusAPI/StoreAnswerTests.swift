import D8SModel
import D8STestSupport
import Testing

@testable import D8SCollect

/// What Thanos, Mimir and the cluster of VictoriaMetrics answer that Prometheus does not.
@Suite struct StoreAnswerTests {
    private typealias Fixture = PrometheusFixture

    private static let now: Instant = "2026-11-03T12:00:00Z"
    private static let query = PrometheusQuery("sum(load)", record: "sum")

    private func source(_ query: PrometheusQuery = query) -> PrometheusSource {
        var source = PrometheusSource(address: "https://api.test", queries: [query])
        source.readsAlerts = false
        source.backfill = 6 * 3600
        return source
    }

    private func fields(of request: HTTPRequest) -> [String: String] {
        let text = String(decoding: request.body, as: UTF8.self)
        let pairs = text.split(separator: "&").map { $0.split(separator: "=", maxSplits: 1) }
        let named = pairs.filter { $0.count == 2 }.map { (String($0[0]), String($0[1])) }
        return Dictionary(named) { first, _ in first }
    }

    /// One sample at the end of what is asked for.
    private func matrix(_ request: HTTPRequest, _ more: String = "") -> String {
        let end = fields(of: request)["end"] ?? "0"
        return #"{"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"#
            + #""values":[[\#(end),"1"]]}],"stats":{"seriesFetched":"1"}}\#(more)}"#
    }

    /// The words are those of grafana/mimir#12723, #4245 and #1199.
    @Test(arguments: [
        (
            400,
            "bad_data",
            "the total query time range exceeds the limit (query length: 6h0m0s, limit: 2h0m0s) "
                + "(err-mimir-max-total-query-length). To adjust the related per-tenant limit, "
                + "configure -query-frontend.max-total-query-length, or contact your service "
                + "administrator."
        ),
        (
            422,
            "execution",
            "expanding series: the query time range exceeds the limit (query length: 6h0m0s, "
                + "limit: 2h0m0s)"
        ),
    ])
    func `a time that is too long for Mimir is asked for in parts`(
        status: Int,
        type: String,
        words: String
    ) async {
        let api = APIServer { request in
            let fields = self.fields(of: request)
            let length = (Double(fields["end"] ?? "") ?? 0) - (Double(fields["start"] ?? "") ?? 0)
            guard length > 7200 else { return HTTPAnswer(json: self.matrix(request)) }
            let error = #"{"status":"error","errorType":"\#(type)","error":"\#(words)"}"#
            return HTTPAnswer(json: error, status: status)
        }
        let brought = await Fixture.collect(source(), now: Self.now, transport: api)
        #expect(brought.error == nil)
        #expect((brought.samples[Series(metric: "sum")] ?? []).count >= 3)
    }

    @Test func `a limit that no shorter time can keep is said in the server's words`() async {
        let error = #"{"status":"error","errorType":"bad_data","error":"no such \#("label")"}"#
        let api = APIServer { _ in HTTPAnswer(json: error, status: 400) }
        let brought = await Fixture.collect(source(), now: Self.now, transport: api)
        #expect(
            brought.error == "https://api.test/api/v1/query_range refused with status 400: "
                + "bad_data: no such label."
        )
        #expect(api.requests.count == 1)
    }

    @Test func `an answer without a store that is missing is not taken for a whole one`() async {
        let api = APIServer { HTTPAnswer(json: self.matrix($0, #","isPartial":true"#)) }
        let brought = await Fixture.collect(source(), now: Self.now, transport: api)
        #expect(
            brought.error == "https://api.test/api/v1/query_range answered what cannot be "
                + "understood: a store behind it is missing (`partial: true` takes what the "
                + "others have)."
        )
        #expect(brought.samples.isEmpty && brought.cursors.isEmpty)
        let asked = api.requests.map(fields)
        #expect(asked.first?["partial_response"] == "false")
        #expect(asked.first?["deny_partial_response"] == "1")
    }

    @Test func `it is taken, and said, if the configuration wants so`() async {
        let api = APIServer {
            let more = #","isPartial":true,"warnings":["store b is away"],"infos":["i"]"#
            return HTTPAnswer(json: self.matrix($0, more))
        }
        var source = source()
        source.takesPartial = true
        let brought = await Fixture.collect(source, now: Self.now, transport: api)
        #expect(brought.error == nil)
        #expect(brought.samples.count == 1)
        let notes = ["a store did not answer", "i", "store b is away"].map { "sum(load): \($0)" }
        #expect(brought.report.notes.filter { $0.hasPrefix("sum(load)") } == notes)
        #expect(api.requests.allSatisfy { fields(of: $0)["partial_response"] == nil })
    }
}
