import Testing

@testable import D8SCollect

struct TagPatternTests {
    @Test(arguments: [
        ("v*", "v1.0", true), ("v*", "v", true), ("v*", "xv1", false),
        ("v[0-9]*", "v1", true), ("v[0-9]*", "vendor-1", false), ("v[!0-9]*", "vx", true),
        ("*/v*", "a/b/v1", true), ("v?.0", "v1.0", true), ("v?.0", "v10.0", false),
        ("\\*", "*", true), ("\\*", "x", false), ("*a*b*c", "xaybzc", true),
        ("*a*b*c", "xaybz", false), ("[]]", "]", true), ("v1", "v1", true), ("v1", "v10", false),
        ("é*", "é😀", true),
    ])
    func `a pattern fits as git tag --list has it`(
        pattern: String,
        name: String,
        fits: Bool
    ) throws {
        #expect(try TagPattern(pattern).matches(name) == fits)
    }

    @Test(arguments: ["", "v[0-9", "v\\", "[]"])
    func `a pattern that is not whole is refused`(pattern: String) {
        #expect(throws: CollectError.self) { try TagPattern(pattern) }
    }

    @Test func `a pattern of many stars stays quick on a long name`() throws {
        let pattern = try TagPattern(String(repeating: "*a", count: 20) + "b")
        #expect(!pattern.matches(String(repeating: "a", count: 2000)))
    }
}
