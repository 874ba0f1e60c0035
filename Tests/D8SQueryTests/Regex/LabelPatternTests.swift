import Testing

@testable import D8SQuery

struct LabelPatternTests {
    /// What RE2 says (`re2::RE2::FullMatch`, `(?s)` on as in Prometheus 3).
    @Test(arguments: [
        ("abc", "abc", true), ("abc", "abcd", false), ("", "", true), ("", "a", false),
        ("a|bc|d", "bc", true), ("a|bc|d", "b", false), ("foo(bar|baz)", "foobaz", true),
        (".*", "", true), (".+", "", false), (".+", "a\nb", true), ("api-.+", "api-", false),
        (".+-server", "app-server", true), (".*bb.*", "abba", true), ("a.*z", "az", true),
        ("a.+z", "az", false), ("[a-c]+\\d{2,3}", "abc123", true), ("[^0-9]+", "a1", false),
        ("(?i:PRO).*", "production", true), ("((?i)PRO)D", "prod", false), ("a{3}", "aa", false),
        ("\\bfoo\\b.*", "foo bar", true), ("^x$", "x", true), ("a??b", "ab", true),
        ("[[:alpha:]_]+", "ab_c", true), ("\\p{Lu}.*", "Été", true), ("\\Qa.b\\E", "a.b", true),
        ("\\x41\\x{1F600}", "A😀", true), ("(a*)*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaac", false),
        ("(?-s:a.b)", "a\nb", false), ("é+", "éé", true), ("a{,2}", "a{,2}", true),
    ])
    func `a pattern matches whole values as RE2 does`(
        pattern: String,
        value: String,
        isMatch: Bool
    ) throws {
        #expect(try LabelPattern(pattern).matches(Array(value.utf8)) == isMatch)
    }

    @Test(arguments: [
        ("a(", 3), ("a)", 2), ("*a", 1), ("[b-a]", 5), ("a**", 4), ("(?=a)", 3), ("\\1", 3),
        ("a{2000}", 2), ("((a{500}){500})", 15), ("[a", 3), ("\\p{Greek}", 10),
    ])
    func `what RE2 does not know is refused with its place`(pattern: String, position: Int) {
        let fault = #expect(throws: RegexFault.self) { try LabelPattern(pattern) }
        #expect(fault?.position == position, "\(fault?.sentence ?? "")")
    }

    @Test func `a template is filled with the groups`() throws {
        let replacement = try TextReplacement("(?P<first>.*)-value-(.*)")
        #expect(replacement.replace("a-value-b", by: "$2.${first}$$$3") == "b.a$")
        #expect(replacement.replace("a", by: "x") == nil)
    }
}
