import Testing

@testable import D8SCollect

struct RESTOriginTests {
    private let base = "https://api.test/v1/list?page=1"

    @Test(arguments: [
        ("https://api.test/v1/list?page=2", "https://api.test/v1/list?page=2"),
        ("https://API.test:443/next", "https://API.test:443/next"),
        ("/v1/list?page=2", "https://api.test/v1/list?page=2"),
        ("?page=2", "https://api.test/v1/list?page=2"),
        ("https://api.test?x#frag", "https://api.test?x"),
    ])
    func `links on the same server are followed`(link: String, address: String) throws {
        let origin = try #require(RESTOrigin(of: base))
        #expect(origin.resolve(link, on: base) == address)
    }

    @Test(arguments: [
        "https://evil.test/v1", "http://api.test/v1", "https://api.test:8443/v1", "//evil.test/x",
        "https://api.test.evil.test/", "https://api.test@evil.test/",
        "https://evil.test\\@api.test/",
        "https://api.test\\.evil.test/", "javascript:alert(1)", "file:///etc/passwd", "next", "",
        "https://api.test/ x", "https://api.test/\u{7F}", "https://api.test/\r\nX: y", "https://",
        "https://u:p@api.test/",
    ])
    func `links to anywhere else are not`(link: String) throws {
        let origin = try #require(RESTOrigin(of: base))
        #expect(origin.resolve(link, on: base) == nil)
    }
}
