import D8SModel
import Foundation
import Testing

@testable import D8SPublish

@Suite struct GzipTests {
    @Test func `the header holds neither time nor name`() {
        let bytes = Gzip.compressed(Array(repeating: 65, count: 5000)) ?? []
        // RFC 1952, 2.3: magic, deflate, no flags, mtime 0.
        #expect(Array(bytes.prefix(8)) == [0x1f, 0x8b, 8, 0, 0, 0, 0, 0])
        #expect(Gzip.compressed(Array(repeating: 65, count: 5000)) == bytes)
    }

    @Test func `gunzip gives the text back`() throws {
        let scratch = try Scratch()
        let text = (0..<5000).map { "line \($0)\n" }.joined()
        let bytes = try #require(Gzip.compressed(Array(text.utf8)))
        try Data(bytes).write(to: URL(fileURLWithPath: scratch.path + "/t.gz"))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-d", scratch.path + "/t.gz"]
        try process.run()
        process.waitUntilExit()
        #expect(scratch.read("t") == text)
    }

    @Test func `nothing can be compressed`() {
        #expect(Gzip.compressed([])?.isEmpty == false)
    }

    @Test(arguments: [
        ("a.html", 9000, true), ("a.html", 1, true), ("a.PNG", 9000, false),
        ("a.SVG", 9000, true), ("html", 9000, false), ("a.pdf", 9000, false),
        ("b.html/a", 9000, false),
    ])
    func `texts get a twin, other files do not`(path: String, size: Int, isWanted: Bool) {
        let file = SiteFile(path: path, bytes: Array(repeating: 65, count: size))
        #expect(Twin.isWanted(for: file) == isWanted)
    }
}
