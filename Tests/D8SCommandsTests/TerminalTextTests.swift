import Testing

@testable import D8SCommands

struct TerminalTextTests {
    @Test(arguments: [
        ("plain – text\n\tindented", "plain – text\n\tindented"),
        ("\u{1B}[2Jclear", "\\u{1b}[2Jclear"), ("\u{202E}evil", "\\u{202e}evil"),
        ("a\u{0}b\rc\u{85}d\u{2028}e", "a\\u{0}b\\u{d}c\\u{85}d\\u{2028}e"),
        ("👩‍🚀 é 日本", "👩‍🚀 é 日本"), ("\u{FEFF}bom\u{2066}", "\\u{feff}bom\\u{2066}"),
    ])
    func `what moves a terminal is written as its code`(text: String, expected: String) {
        #expect(TerminalText.of(text) == expected)
    }

    @Test func `a line stays a line`() {
        #expect(TerminalText.line("a\r\nb\nc\td") == "a b c d")
    }
}
