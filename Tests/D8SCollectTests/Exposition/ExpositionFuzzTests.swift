import Foundation
import Testing

@testable import D8SCollect

/// Mutated pages in pieces of random size: no crash, and a result without regard to the pieces.
///
/// `D8S_FUZZ_SECONDS` and `D8S_FUZZ_SEED` make it longer or another.
@Suite struct ExpositionFuzzTests {
    @Test func `mutated pages give the same when they are known and whatever the pieces`() throws {
        let environment = ProcessInfo.processInfo.environment
        let seconds = environment["D8S_FUZZ_SECONDS"].flatMap(Double.init) ?? 2
        let seed = environment["D8S_FUZZ_SEED"].flatMap { UInt64($0) } ?? 1
        var fuzz = ExpositionFuzz(seed: seed)
        let clock = ContinuousClock()
        let end = clock.now + .seconds(seconds)
        var runs = 0
        while clock.now < end {
            #expect(fuzz.step() == nil)
            runs += 1
        }
        #expect(runs > 100)
    }

    /// Near to the end of the bytes a line is read by the part of the reader that reads everything.
    @Test(arguments: [
        "a 1", "a{b=\"c\"} 1", "a{z=\"1\",b=\"2\",ab=\"3\",a=\"4\"} 1 5", "a:b{_=\"x\"} NaN",
        "a{b=\"1\",b=\"2\"} 1", "a{c=\"1\",b=\"2\",c=\"3\"} 1", "a{__name__=\"b\"} 1",
        "a{b=\"\"} 1", "a{b=\"x\"} ", "a{b=\"x\"}  2", "a{b=\"x\",} 2", "a {b=\"x\"} 2",
        "a{b:c=\"x\"} 2", "a{b=\"\u{E9}\"} 2", "a{b=\"\\n\"} 2", "a{b=\"x\"}2", "a{b=\"x\" 2",
        "1a{b=\"x\"} 2", "a{1=\"x\"} 2", "a{b=\"x\"} {c=\"d\"}", "{\"a\",b=\"x\"} 2", "a{} 2",
    ])
    func `a line is the same wherever it stands`(line: String) {
        for format in ExpositionFormat.allCases {
            let padding = "# HELP b " + String(repeating: "x", count: 99) + "\n# EOF\n"
            let outcomes = [line + "\n" + padding, line + "\n# EOF\n"].map { text in
                Result { () throws(ExpositionFault) in try read(text.utf8, format).lines }
            }
            #expect(outcomes.map { "\($0)" } == Array(repeating: "\(outcomes[0])", count: 2))
        }
    }

    @Test func `labels in any order are one series`() throws {
        let text = "a{c=\"1\",b=\"2\"} 1\na{b=\"2\",c=\"1\"} 2\na{ b=\"2\",c=\"1\"} 3\n"
        let page = try read((text + "# " + String(repeating: "x", count: 99) + "\n").utf8, .text)
        #expect(page.lines == ["a{b=\"2\",c=\"1\"} 1.0 1000"])
        #expect(page.repeated == 2)
    }

    @Test func `a series may have more labels than there is room for at first`() throws {
        let labels = (0..<50).map { "l\(($0 * 7) % 50)=\"\($0)\"" }
        let sorted = labels.sorted { $0.prefix { $0 != "=" } < $1.prefix { $0 != "=" } }
        let text = "a{\(labels.joined(separator: ","))} 1\nb 2\n"
        let page = try read((text + String(repeating: "# x\n", count: 999)).utf8, .text)
        #expect(page.lines == ["a{\(sorted.joined(separator: ","))} 1.0 1000", "b 2.0 1000"])
    }

    @Test(arguments: [("", 1, 1), ("a 1\n", 2, 1), ("a 1", 1, 4), ("a 1\nb 2.5", 2, 6)])
    func `where the end is missing is a place in the text`(text: String, line: Int, column: Int) {
        let fault = ExpositionFault(line: line, column: column, reason: "# EOF is missing")
        for pieces in [1, 2, .max] {
            #expect(throws: fault) { try read(text.utf8, .openMetrics, pieces: pieces) }
        }
    }
}
