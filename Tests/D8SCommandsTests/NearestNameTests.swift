import Testing

@testable import D8SCommands

struct NearestNameTests {
    // Levenshtein distances by hand: organization → organisation 1, fles → files 1, wndow → window 1.
    @Test(arguments: [
        ("organization", "organisation"), ("fles", "files"), ("wndow", "window"),
    ])
    func `a slip finds the name that was meant`(slip: String, meant: String) {
        #expect(NearestName.of(slip, among: ["files", "organisation", "window"]) == meant)
    }

    @Test func `what is no slip finds nothing`() {
        #expect(NearestName.of("banana", among: ["files", "window"]) == nil)
        #expect(NearestName.of("x", among: []) == nil)
        #expect(NearestName.of("", among: ["files"]) == nil)
    }

    @Test func `a tie goes to the first name by letter, and a long name costs no time`() {
        #expect(NearestName.of("bat", among: ["cat", "bar", "hat"]) == "bar")
        let long = String(repeating: "x", count: 1_000_000)
        #expect(NearestName.of(long, among: ["files"]) == nil)
    }
}
