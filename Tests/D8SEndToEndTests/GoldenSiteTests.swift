import D8STestSupport
import Foundation
import Testing

/// Whole sites against the folders `Cases/<name>/expected`; what Cairo draws is known by name only.
struct GoldenSiteTests {
    private static let cases = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Cases")
    private static let texts: Set<String> = ["html", "css", "js", "json", "csv", "xml"]

    @Test(arguments: ["two-services"])
    func `the site of a case is the expected one`(name: String) throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let folder = Self.cases.appendingPathComponent(name)
        let input = folder.appendingPathComponent("input").path
        for file in try FileManager.default.contentsOfDirectory(atPath: input) {
            try FileManager.default.copyItem(
                at: URL(fileURLWithPath: input).appendingPathComponent(file),
                to: scratch.url(file)
            )
        }
        let program = Program(folder: scratch.folder)
        #expect(try program.run("collect").status == 0)
        try stopClock(scratch.url("history.sqlite"))
        let result = try program.run("report")
        try #require(result.status == 0, "\(result.errors)")
        let site = try scratch.tree("output").filter { !$0.key.hasSuffix(".gz") }
        let expected = folder.path + "/expected/"
        let names = site.keys.sorted().joined(separator: "\n") + "\n"
        #expect(Golden.difference(of: names, from: expected + "files.txt") == nil)
        for (path, bytes) in site.sorted(by: { $0.key < $1.key }) where isText(path) {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(Golden.difference(of: text, from: expected + path) == nil, "\(path)")
        }
    }

    /// Dates all collections alike: when they ran is in the history, and so on the pages.
    private func stopClock(_ history: URL) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", Self.clockStopper, history.path]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }

    // 1795140000000 ms is 2026-11-20T02:00:00Z.
    private static let clockStopper = """
        import sqlite3, sys
        history = sqlite3.connect(sys.argv[1])
        history.execute("UPDATE collections SET started = 1795140000000, finished = 1795140000000")
        history.commit()
        """

    /// Whether the file is compared word for word; `edition.json` names the digests of drawings,
    /// and the assets are compared with their sources elsewhere.
    private func isText(_ path: String) -> Bool {
        path != "edition.json" && !path.hasPrefix("assets/")
            && Self.texts.contains(URL(fileURLWithPath: path).pathExtension)
    }
}
