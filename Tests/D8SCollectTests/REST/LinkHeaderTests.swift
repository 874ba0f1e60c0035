import Testing

@testable import D8SCollect

struct LinkHeaderTests {
    @Test(arguments: [
        // RFC 8288, section 3.5.
        (
            #"<http://example.com/TheBook/chapter2>; rel="previous"; title="previous chapter""#,
            "previous", "http://example.com/TheBook/chapter2"
        ),
        (
            #"</TheBook/chapter2>; rel="previous"; title*=UTF-8'de'letztes%20Kapitel, </TheBook/chapter4>; rel="next"; title*=UTF-8'de'n%c3%a4chstes%20Kapitel"#,
            "next", "/TheBook/chapter4"
        ),
        (
            #"<http://example.org/>; rel="start http://example.net/relation/other""#, "start",
            "http://example.org/"
        ),
        // docs.github.com, "Using pagination in the REST API".
        (
            #"<https://api.github.com/repositories/1300192/issues?page=2>; rel="prev", <https://api.github.com/repositories/1300192/issues?page=4>; rel="next", <https://api.github.com/repositories/1300192/issues?page=515>; rel="last""#,
            "next", "https://api.github.com/repositories/1300192/issues?page=4"
        ),
        (#"<a>; title="x, <b>; rel=next"; rel=prev, <c>; rel=NEXT"#, "next", "c"),
    ])
    func `links are found by their relation`(header: String, relation: String, address: String) {
        #expect(LinkHeader.address(of: relation, in: header) == address)
    }

    @Test(arguments: [
        "", "<", "<a", "a; rel=next", "<a>; rel=last", "<a>, rel=next", "<<<>>>;;;,,,\"\"\"",
    ])
    func `a header without such a link has none`(header: String) {
        #expect(LinkHeader.address(of: "next", in: header) == nil)
    }
}
