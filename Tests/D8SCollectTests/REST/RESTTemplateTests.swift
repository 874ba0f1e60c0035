import D8SModel
import D8STestSupport
import Testing

@testable import D8SCollect

struct RESTTemplateTests {
    private let values = RESTValues(
        parameters: ["owner": "a/b"],
        since: "2026-11-20T02:00:00.250Z",
        until: "2026-11-21T00:00:00Z",
        now: "2026-11-22T00:00:00Z",
        cursor: "c1"
    )

    // date -u -d 2026-11-20T02:00:00Z +%s → 1795140000
    @Test(arguments: [
        ("{owner}", "a/b"), ("x{owner}y{owner}", "xa/bya/b"), ("{cursor}", "c1"),
        ("{since}", "2026-11-20T02:00:00.250Z"), ("{until:date}", "2026-11-21"),
        ("{since:unix}", "1795140000"), ("{since:ms}", "1795140000250"),
        ("{now:date}", "2026-11-22"),
        ("{{owner}}", "{owner}"), ("{ owner }", "{ owner }"), ("{", "{"), ("}", "}"), ("{}", "{}"),
        ("query { a(b: 1) { c } }", "query { a(b: 1) { c } }"),
        ("{.id}-{.deep.n[1]}{.none}", "7-y"),
    ])
    func `placeholders are filled and other braces stay`(text: String, expected: String) throws {
        let json = try JSONValue(parsing: Array(#"{"id":7,"deep":{"n":["x","y"]}}"#.utf8))
        #expect(values.text(try RESTTemplate(text), of: RESTRow(value: json)) == expected)
    }

    @Test func `a form of a time that is not known is refused`() {
        #expect(throws: RESTSyntaxFault.self) { try RESTTemplate("{since:rfc}") }
    }

    @Test func `values in an address are percent codes`() {
        #expect(RESTAddress.encoded("a/b c+ü~.-_") == "a%2Fb%20c%2B%C3%BC~.-_")
    }

    @Test func `a body keeps its form whatever its values are`() throws {
        let body = RESTBody.map([
            .init("query", .text(try RESTTemplate("{ viewer { login } }"))),
            .init(
                "variables",
                .map([
                    .init("owner", .text(try RESTTemplate("{owner}\"\n\u{1}"))),
                    .init("after", .text(try RESTTemplate("{none}"))),
                    .init("first", .literal("100")),
                    .init("states", .list([.text(try RESTTemplate("OPEN"))])),
                ])
            ),
        ])
        let expected =
            #"{"query":"{ viewer { login } }","variables":{"owner":"a/b\"\u000a\u0001","#
            + #""first":100,"states":["OPEN"]}}"#
        #expect(body.json(values) == expected)
    }
}
