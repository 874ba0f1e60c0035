import D8STestSupport
import Foundation
import Testing

@testable import D8SCollect

/// Secrets are read when they are needed and never shown.
@Suite struct HTTPSecretTests {
    @Test func `a secret in what a server says of an error is starred`() async throws {
        let folder = try ServerFolder()
        let secret = Secret.file(try folder.write("s3cr3t/+\n", to: "token"))
        let server = RawServer {
            let body = #"{"error": "bad token s3cr3t/+ (s3cr3t%2F%2B)"}"#
            $0.send("HTTP/1.1 403 No\r\nContent-Length: \(body.utf8.count)\r\n\r\n" + body)
        }
        var request = HTTPFixture.request("\(server.address)/?access_token=abc&x=1")
        request.access.authorization = .bearer(secret)
        let error = await #expect(throws: CollectError.self) {
            try await HTTPClientTransport.shared.fetch(request)
        }
        #expect(
            error?.description
                == "\(server.address)/?access_token=***&x=1 refused with status 403: "
                + "bad token *** (***)."
        )
    }

    @Test(
        arguments: [
            (nil, "no such file or directory"), ("", "it is empty"), (" \n", "it is empty"),
            ("a\u{1}b", "it holds control characters or is no UTF-8"),
            (String(repeating: "x", count: 65_537), "it is longer than 64 KiB"),
        ] as [(String?, String)]
    )
    func `a secret that cannot be used is said so`(_ text: String?, _ reason: String) async throws {
        let folder = try ServerFolder()
        let path = try text.map { try folder.write($0, to: "s") } ?? folder.path + "/s"
        let error = #expect(throws: CollectError.self) { try Secret.file(path).value() }
        #expect(
            error?.description.lowercased()
                == "the secret file:\(path) cannot be read: \(reason).".lowercased()
        )
    }

    @Test func `a secret of two lines cannot forge a header`() async throws {
        let folder = try ServerFolder()
        var request = HTTPFixture.request("http://127.0.0.1:1/")
        let secret = Secret.file(try folder.write("abc\r\nX: y", to: "s"))
        request.access.authorization = .bearer(secret)
        #expect(
            await HTTPFixture.failure(request)
                == "The header Authorization cannot be used: it holds control characters. "
                + "Write it on one line."
        )
    }

    @Test func `a file that others may read is pointed out`() throws {
        let folder = try ServerFolder()
        let open = Secret.file(try folder.write("x", to: "open", mode: 0o644))
        let closed = Secret.file(try folder.write("x", to: "closed", mode: 0o600))
        #expect(open.exposure?.contains("may be read by others") == true)
        #expect(closed.exposure == nil)
        #expect(Secret.environment("HOME").exposure == nil)
    }

    @Test(arguments: [
        ("http://user:pw@db1:9090/x", "http://db1:9090/x"),
        (
            "http://db1/?apiKey=1&q=a%26token=2&sig=3",
            "http://db1/?apiKey=***&q=a%26token=2&sig=***"
        ),
        ("ftp://a:b@c", "ftp://c"),
    ])
    func `an address is shown without what is secret`(_ url: String, _ shown: String) {
        #expect(HTTPAddress.shown(url) == shown)
    }

    @Test(
        arguments: [
            ("/x?y", "http://h:1/x?y"), ("b", "http://h:1/p/b"), ("?c", "http://h:1/p/a?c"),
            ("//o/z", "http://o/z"), ("https://H/Z", "https://h/Z"), ("mailto:x", nil),
            ("http://h:99999/", nil), ("/a b\r\nX:1", "http://h:1/a%20b%0D%0AX:1"),
        ] as [(String, String?)]
    )
    func `a redirect's place is found from where it came`(_ place: String, _ text: String?) throws {
        #expect(try HTTPAddress("http://h:1/p/a?b").resolving(place)?.text == text)
    }
}
