@testable import D8SCollect

extension RESTSource {
    /// A source with one list of incidents at `https://api.test/incidents`, whose rows have `id`
    /// and `at`.
    static func sample(
        _ transport: any HTTPTransport,
        paging: RESTPaging = .none,
        query: [(String, String)] = [],
        body: RESTBody? = nil,
        rows: String? = nil,
        progress: RESTProgress? = nil,
        each: RESTRequest.Each? = nil,
        pages: Int = 1000
    ) throws -> RESTSource {
        let fields = [
            "service": RESTField(.template(RESTTemplate(literal: "checkout"))),
            "id": RESTField(.paths([try RESTPath("id")])),
            "opened": RESTField(.paths([try RESTPath("at")])),
            "title": RESTField(.paths([try RESTPath("detail.title"), try RESTPath("title")])),
        ]
        let call = RESTCall(
            method: body == nil ? .get : .post,
            path: try RESTTemplate("/incidents"),
            query: try query.map { .init(try RESTTemplate($0.0), try RESTTemplate($0.1)) },
            body: body,
            paging: paging,
            pageLimit: pages,
            rows: try rows.map { try RESTPath($0) }
        )
        let request = RESTRequest(
            name: "incidents",
            call: call,
            progress: progress,
            each: each,
            mappings: [RESTMapping(kind: .incidents, fields: fields)]
        )
        let declaration = RESTDeclaration(
            title: "Test",
            name: RESTTemplate(literal: "test"),
            parameters: [],
            base: RESTTemplate(literal: "https://api.test"),
            headers: [],
            requests: [request]
        )
        return RESTSource(declaration: declaration, parameters: [:], transport: transport)
    }
}

/// Rows with these ids, all on one day.
func rows(_ ids: Range<Int>) -> String {
    "[" + ids.map { #"{"id":\#($0),"at":"2026-11-19T00:00:00Z"}"# }.joined(separator: ",") + "]"
}
