import D8SCollect
import D8STestSupport
import Foundation
import Testing

/// The transport against nginx.
@Suite struct HTTPNginxTests {
    private func text(_ answer: HTTPAnswer) -> String {
        String(decoding: answer.body, as: UTF8.self)
    }

    @Test func `a page is read whole, compressed or not`() async throws {
        let folder = try ServerFolder()
        let page = (0..<20_000).map { "metric_\($0) \($0)\n" }.joined()
        try folder.write(page, to: "www/plain.json", mode: 0o644)
        let server = try NginxServer(
            "location / { gzip on; gzip_types *; gzip_min_length 1; } location /raw/ { alias www/; }",
            in: folder
        )
        defer { withExtendedLifetime(server) {} }
        let packed = try await HTTPClientTransport.shared.send(
            HTTPFixture.request(server.address + "/plain.json")
        )
        let raw = try await HTTPClientTransport.shared.send(
            HTTPFixture.request(server.address + "/raw/plain.json")
        )
        #expect(packed.header("content-encoding") == "gzip")
        #expect(text(packed) == page)
        #expect(raw.header("content-encoding") == nil)
        #expect(text(raw) == page)
    }

    @Test func `basic authorization is carried and a wrong one is refused in words`() async throws {
        let folder = try ServerFolder()
        try folder.write("yes", to: "www/a.txt", mode: 0o644)
        try folder.write("d8s:{PLAIN}open sesame", to: "users")
        let server = try NginxServer("auth_basic here; auth_basic_user_file users;", in: folder)
        defer { withExtendedLifetime(server) {} }
        var request = HTTPFixture.request(server.address + "/a.txt")
        let right = try folder.write("open sesame\n", to: "right")
        request.access.authorization = .basic(user: "d8s", password: .file(right))
        #expect(text(try await HTTPClientTransport.shared.fetch(request)) == "yes")
        let wrong = try folder.write("close sesame", to: "wrong")
        request.access.authorization = .basic(user: "d8s", password: .file(wrong))
        let sentence = await #expect(throws: CollectError.self) {
            try await HTTPClientTransport.shared.fetch(request)
        }?.description
        #expect(
            sentence
                == "\(server.address)/a.txt refused with status 401: 401 Authorization Required."
        )
    }

    @Test func `a server's certificate is verified against the authority and the name`()
        async throws
    {
        let folder = try ServerFolder()
        let certificates = try TestCertificates(name: "db1.example", address: nil, in: folder)
        try folder.write("yes", to: "www/a.txt", mode: 0o644)
        let server = try NginxServer(certificates.directives, isSecure: true, in: folder)
        defer { withExtendedLifetime(server) {} }
        var request = HTTPFixture.request("https://127.0.0.1:\(server.port)/a.txt")
        #expect(
            await HTTPFixture.failure(request).contains("not from an authority that is trusted")
        )
        request.access.authorities = certificates.authority
        let stranger = await HTTPFixture.failure(request)
        #expect(stranger.contains("its certificate is for another name"))
        request.access.serverName = "db1.example"
        #expect(await HTTPFixture.failure(request) == "answered 200")
        request.access.serverName = nil
        request.access.authorities = nil
        request.access.verifiesServer = false
        #expect(await HTTPFixture.failure(request) == "answered 200")
    }

    @Test func `a server that wants a certificate gets it`() async throws {
        let folder = try ServerFolder()
        let certificates = try TestCertificates(in: folder)
        try folder.write("yes", to: "www/a.txt", mode: 0o644)
        let server = try NginxServer(certificates.mutualDirectives, isSecure: true, in: folder)
        defer { withExtendedLifetime(server) {} }
        var request = HTTPFixture.request("https://127.0.0.1:\(server.port)/a.txt")
        request.access.authorities = certificates.authority
        #expect(await HTTPFixture.failure(request) == "answered 400")
        request.access.certificate = certificates.client
        request.access.key = certificates.clientKey
        #expect(text(try await HTTPClientTransport.shared.fetch(request)) == "yes")
        request.access.key = folder.path + "/none.key"
        #expect(
            await HTTPFixture.failure(request)
                == "The key file \(folder.path)/none.key cannot be used: no such file or directory. "
                + "Correct its path under `tls`, or write the file anew."
        )
    }

    @Test func `a TLS of yesterday is refused`() async throws {
        let folder = try ServerFolder()
        let certificates = try TestCertificates(in: folder)
        let old = " ssl_protocols TLSv1.1; ssl_ciphers ALL:@SECLEVEL=0;"
        let server = try NginxServer(certificates.directives + old, isSecure: true, in: folder)
        defer { withExtendedLifetime(server) {} }
        var request = HTTPFixture.request("https://127.0.0.1:\(server.port)/")
        request.access.authorities = certificates.authority
        #expect(await HTTPFixture.failure(request).contains("it has nothing newer than TLS 1.1"))
    }

    @Test func `an answer that trickles is ended when its time is up`() async throws {
        let folder = try ServerFolder()
        try folder.write(String(repeating: "x", count: 100_000), to: "www/a.txt", mode: 0o644)
        let server = try NginxServer("limit_rate 1000;", in: folder)
        defer { withExtendedLifetime(server) {} }
        let start = ContinuousClock.now
        let request = HTTPFixture.request(server.address + "/a.txt", timeout: 0.6)
        #expect(
            await HTTPFixture.failure(request)
                == "\(server.address)/a.txt did not answer whole within 0.6 s. Allow more with `timeout`."
        )
        #expect(start.duration(to: .now) < .seconds(60))
    }

    @Test func `a redirect on the same server keeps who asks, one to https from plain as well`()
        async throws
    {
        let folder = try ServerFolder()
        let server = try NginxServer(
            """
            location = /old { return 302 /new; }
            location = /new { return 200 $http_authorization; }
            location = /circle { return 302 /circle; }
            """,
            in: folder
        )
        defer { withExtendedLifetime(server) {} }
        var request = HTTPFixture.request(server.address + "/old")
        request.access.authorization = .bearer(.file(try folder.write("abc", to: "token")))
        #expect(text(try await HTTPClientTransport.shared.fetch(request)) == "Bearer abc")
        request.url = server.address + "/circle"
        #expect(
            await HTTPFixture.failure(request)
                == "\(server.address)/circle answered what cannot be understood: "
                + "it redirects more than 5 times."
        )
    }

    @Test func `a redirect to another server loses who asks, one from https to http is refused`()
        async throws
    {
        let folder = try ServerFolder(), otherFolder = try ServerFolder()
        let certificates = try TestCertificates(in: folder)
        let other = try NginxServer(
            "location / { return 200 \"[$http_authorization$http_x_scope_orgid]\"; }",
            in: otherFolder
        )
        defer { withExtendedLifetime(other) {} }
        let plain = try NginxServer(
            "location / { return 307 http://localhost:\(other.port)/; }",
            in: try ServerFolder()
        )
        defer { withExtendedLifetime(plain) {} }
        var request = HTTPFixture.request(plain.address + "/")
        request.headers = [.init("X-Scope-OrgID", "acme")]
        request.access.authorization = .bearer(.file(try folder.write("abc", to: "token")))
        #expect(text(try await HTTPClientTransport.shared.fetch(request)) == "[]")
        let secure = try NginxServer(
            certificates.directives + "location / { return 302 \(other.address)/?token=t1; }",
            isSecure: true,
            in: folder
        )
        defer { withExtendedLifetime(secure) {} }
        request.url = "https://127.0.0.1:\(secure.port)/"
        request.access.authorities = certificates.authority
        #expect(
            await HTTPFixture.failure(request)
                == "\(request.url) answered what cannot be understood: it redirects from https to "
                + "\(other.address)/?token=***, which anyone may read."
        )
    }
}
