import Foundation

/// Files that hold what a test expects, for outputs too long to write into it.
package enum Golden {
    /// What is wrong with this text beside the golden file at `path`; nil if they are the same.
    ///
    /// With `RECORD_GOLDEN=1` in the environment the text is written there and the answer says so:
    /// a test that records fails, and what was recorded is read before it is committed. Use it as
    ///
    ///     #expect(Golden.difference(of: page, from: Golden.folder(of: #filePath) + "page.html") == nil)
    package static func difference(of text: String, from path: String) -> String? {
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            return record(text, at: path)
        }
        guard let bytes = FileManager.default.contents(atPath: path) else {
            return "There is no \(path); record it with RECORD_GOLDEN=1 and read it."
        }
        return firstDifference(text, String(decoding: bytes, as: UTF8.self))
    }

    /// The folder `Golden/` beside a test's file, with its slash.
    package static func folder(of file: String) -> String {
        file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            .joined(separator: "/") + "/Golden/"
    }

    /// The first line in which two texts differ, and both forms of it; nil if none does.
    package static func firstDifference(_ text: String, _ expected: String) -> String? {
        let actual = text.split(separator: "\n", omittingEmptySubsequences: false)
        let golden = expected.split(separator: "\n", omittingEmptySubsequences: false)
        for line in 0..<max(actual.count, golden.count) {
            let left = line < actual.count ? Array(actual[line].utf8) : nil
            let right = line < golden.count ? Array(golden[line].utf8) : nil
            if left == right { continue }
            let shown = [left, right].map { $0.map { String(decoding: $0, as: UTF8.self) } ?? "" }
            return "Line \(line + 1) is \"\(shown[0])\", expected \"\(shown[1])\"."
        }
        return nil
    }

    private static func record(_ text: String, at path: String) -> String {
        let url = URL(fileURLWithPath: path)
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: url)
            return "Recorded \(path); read it, then run the test without RECORD_GOLDEN."
        } catch {
            return "Cannot record \(path): \(error)"
        }
    }
}
