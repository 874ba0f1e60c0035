import D8SCollect
import D8STestSupport
import Foundation
import Testing

/// The transport against servers that lie, hang and flood.
@Suite struct HTTPHostileTests {
    private static let head = "HTTP/1.1 200 OK\r\n"

    private func failure(
        limit: Int = 1 << 20,
        timeout: Double = 10,
        _ serve: @escaping @Sendable (RawServer.Connection) -> Void
    ) async -> String {
        let server = RawServer(serve)
        let request = HTTPFixture.request(server.address, timeout: timeout, limit: limit)
        return await HTTPFixture.failure(request)
            .replacingOccurrences(of: server.address, with: "SERVER")
    }

    /// `gzip -9 | base64` of `hello`, by gzip 1.12.
    private static let packed =
        Data(
            base64Encoded: "H4sIAAAAAAACA8tIzcnJBwCGphA2BQAAAA=="
        ) ?? Data()

    @Test func `an answer shorter than it says is no answer`() async {
        let sentence = await failure { $0.send(Self.head + "Content-Length: 10\r\n\r\nhello") }
        #expect(
            sentence
                == "SERVER/ cannot be reached: the connection was closed in the middle of the answer."
        )
    }

    @Test func `an answer longer than it says ends where it said`() async throws {
        let server = RawServer { $0.send(Self.head + "Content-Length: 2\r\n\r\nhello") }
        let answer = try await HTTPClientTransport.shared.send(
            HTTPFixture.request(server.address)
        )
        #expect(answer.body == Array("he".utf8))
    }

    @Test func `chunks that are cut off are no answer`() async {
        let sentence = await failure {
            $0.send(Self.head + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")
        }
        #expect(
            sentence
                == "SERVER/ cannot be reached: the connection was closed in the middle of the answer."
        )
    }

    @Test func `a connection closed without a word is said so`() async {
        #expect(
            await failure { _ in }
                == "SERVER/ cannot be reached: the connection was closed in the middle."
        )
    }

    @Test func `what is no HTTP is said so`() async {
        let sentence = await failure { $0.send("220 mail.example ESMTP\r\n\r\n") }
        #expect(sentence.hasPrefix("SERVER/ answered what cannot be understood: it is no HTTP"))
    }

    @Test func `a server that says nothing is left when the time is up`() async {
        let sentence = await failure(timeout: 0.3) { _ in sleep(30) }
        #expect(
            sentence == "SERVER/ did not answer whole within 0.3 s. Allow more with `timeout`."
        )
    }

    @Test func `a server that trickles is left when the time is up`() async {
        let sentence = await failure(timeout: 0.5) { connection in
            connection.send(Self.head + "Content-Length: 1000\r\n\r\n")
            for _ in 0..<600 {
                guard connection.send("x") else { return }
                usleep(50_000)
            }
        }
        #expect(
            sentence == "SERVER/ did not answer whole within 0.5 s. Allow more with `timeout`."
        )
    }

    @Test func `two gigabytes are not read to their end`() async {
        let announced = await failure { connection in
            connection.send(Self.head + "Content-Length: 2147483648\r\n\r\n")
        }
        let sentence =
            "SERVER/ answered with more than 1048576 bytes; nothing of it was taken. "
            + "Allow more with `body_limit`."
        #expect(announced == sentence)
        let before = Self.residentBytes
        let streamed = await failure { connection in
            connection.send(Self.head + "\r\n")
            let piece = [UInt8](repeating: 0, count: 1 << 20)
            for _ in 0..<2048 {
                guard connection.send(piece) else { return }
            }
        }
        #expect(streamed == sentence)
        #expect(Self.residentBytes - before < 64 << 20)
    }

    @Test func `a gzip bomb stops at the limit`() async throws {
        let folder = try ServerFolder()
        try folder.run(["sh", "-c", "head -c 1000000000 /dev/zero | gzip -1 > bomb.gz"])
        let bomb = FileManager.default.contents(atPath: folder.path + "/bomb.gz") ?? Data()
        let before = Self.residentBytes
        let sentence = await failure(limit: 8 << 20) { connection in
            connection.send(
                Self.head + "Content-Encoding: gzip\r\nContent-Length: \(bomb.count)\r\n\r\n"
            )
            connection.send(Array(bomb))
        }
        #expect(sentence.hasPrefix("SERVER/ answered with more than 8388608 bytes;"))
        #expect(Self.residentBytes - before < 96 << 20)
    }

    @Test func `gzip that is damaged or cut off is refused, whole gzip is read`() async throws {
        func answer(_ bytes: Data) -> @Sendable (RawServer.Connection) -> Void {
            { connection in
                connection.send(
                    Self.head + "Content-Encoding: gzip\r\nContent-Length: \(bytes.count)\r\n\r\n"
                )
                connection.send(Array(bytes))
            }
        }
        let whole = RawServer(answer(Self.packed))
        let read = try await HTTPClientTransport.shared.send(HTTPFixture.request(whole.address))
        #expect(read.body == Array("hello".utf8))
        #expect(
            await failure(answer(Self.packed.dropLast(6)))
                == "SERVER/ answered what cannot be understood: its gzip is damaged: "
                + "it ends in the middle."
        )
        #expect(
            await failure(answer(Data("hello".utf8)))
                == "SERVER/ answered what cannot be understood: its gzip is damaged: "
                + "incorrect header check."
        )
    }

    @Test func `a compression that was not asked for is refused`() async {
        let sentence = await failure {
            $0.send(Self.head + "Content-Encoding: br\r\nContent-Length: 1\r\n\r\nx")
        }
        #expect(
            sentence
                == "SERVER/ answered what cannot be understood: "
                + "it is compressed with br, though only gzip was asked for."
        )
    }

    private static var residentBytes: Int {
        let statm = FileManager.default.contents(atPath: "/proc/self/statm") ?? Data()
        let words = String(decoding: statm, as: UTF8.self).split(separator: " ")
        return (words.dropFirst().first.flatMap { Int($0) } ?? 0) * 4096
    }
}
