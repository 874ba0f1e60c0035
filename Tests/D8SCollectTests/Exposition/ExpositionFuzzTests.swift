import Foundation
import Testing

@testable import D8SCollect

/// Mutated pages in pieces of random size: no crash, and a result without regard to the pieces.
///
/// `D8S_FUZZ_SECONDS` and `D8S_FUZZ_SEED` make it longer or another.
@Suite struct ExpositionFuzzTests {
    @Test func `mutated pages give the same whatever the pieces`() throws {
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

    @Test(arguments: [("", 1, 1), ("a 1\n", 2, 1), ("a 1", 1, 4), ("a 1\nb 2.5", 2, 6)])
    func `where the end is missing is a place in the text`(text: String, line: Int, column: Int) {
        let fault = ExpositionFault(line: line, column: column, reason: "# EOF is missing")
        for pieces in [1, 2, .max] {
            #expect(throws: fault) { try read(text.utf8, .openMetrics, pieces: pieces) }
        }
    }
}
