import D8STestSupport
import Testing

struct GoldenTests {
    @Test func `equal texts have no difference`() {
        #expect(Golden.firstDifference("a\nb\n", "a\nb\n") == nil)
        #expect(Golden.firstDifference("", "") == nil)
    }

    @Test(arguments: [
        ("a\nb\n", "a\nc\n", "Line 2 is \"b\", expected \"c\"."),
        ("a\n", "a", "Line 2 is \"\", expected \"\"."),
        ("a", "a\nb", "Line 2 is \"\", expected \"b\"."),
        // The same to a reader and to Swift, but not byte for byte.
        ("ü", "u\u{308}", "Line 1 is \"ü\", expected \"u\u{308}\"."),
    ])
    func `the first line that differs is named`(text: String, golden: String, words: String) {
        #expect(Golden.firstDifference(text, golden) == words)
    }
}
