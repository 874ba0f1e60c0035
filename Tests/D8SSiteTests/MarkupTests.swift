import Testing

@testable import D8SSite

@Suite struct MarkupTests {
    @Test(arguments: [
        ("plain", "plain"),
        ("<script>alert('1')</script>", "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"),
        ("a & b \"c\"", "a &amp; b &quot;c&quot;"),
        // A combining acute joins the quote into one grapheme, which must still be escaped.
        ("\"\u{301} onmouseover=x", "&quot;\u{301} onmouseover=x"),
        ("\u{202e}gnp.exe\u{2069}\u{0}\u{7}", "gnp.exe"),
        ("3\u{a0}h · 40\u{a0}min – é × 🚀", "3\u{a0}h · 40\u{a0}min – é × 🚀"),
        ("one\ntwo\tthree", "one\ntwo\tthree"),
        ("\u{85}\u{feff}\u{ffff}x", "x"),
        ("", ""),
    ])
    func `text is escaped and cleaned`(text: String, html: String) {
        #expect(text.escaped == html)
    }

    @Test(arguments: [
        ("short", 10, "short"),
        ("abcdefghijkl", 7, "abcd…kl"),
        ("🚀🚀🚀", 3, "🚀🚀🚀"),
    ])
    func `a long text loses its middle`(text: String, limit: Int, shown: String) {
        #expect(text.shortened(to: limit) == shown)
    }

    @Test(arguments: [
        ("a rate is worse", "A rate is worse."), ("Done.", "Done."), ("why?", "Why?"), ("", ""),
    ])
    func `a rule's words become a sentence`(words: String, sentence: String) {
        #expect(words.asSentence == sentence)
    }
}
