import Testing

@testable import D8SAttention

@Suite struct RedactionTests {
    @Test(arguments: [
        ("connection refused", "connection refused"),
        ("https://git.example/a/b", "https://git.example/a/b"),
        ("https://u:p@h/x", "https://…@h/x"),
        ("https://h/x?access_token=1", "https://h/x?…"),
        ("Authorization: Bearer abc.def", "Authorization: Bearer …"),
        ("token: abc", "token: …"),
        ("API_KEY=abc next", "API_KEY=… next"),
        ("\"password\":\"x\"", "\"password\":…"),
        ("ghp_0123456789abcdef0123", "…"),
        ("line\none\u{202e}two\0three", "line one two three"),
        ("exit status: 128", "exit status: 128"),
    ])
    func `what looks like a secret is not shown`(text: String, expected: String) {
        #expect(Redaction.redacted(text) == expected)
    }

    @Test func `a long text is cut`() {
        #expect(Redaction.redacted(String(repeating: "x", count: 100_000)).count == 301)
    }
}
