import Testing

@testable import D8SCommands

struct AlignedLinesTests {
    @Test func `columns stand below each other and lines end with words`() {
        let lines = AlignedLines.of([["a", "long title", "z"], ["bcd", "x", ""], ["short"]])
        #expect(lines == ["a      long title  z", "bcd    x", "short"])
        #expect(AlignedLines.of([]).isEmpty)
    }
}
