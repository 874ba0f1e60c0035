import D8SModel
import Testing

struct SlugTests {
    static let hostile = [
        "", " ", "-", "--", ".", "..", "../../etc", "/", "\\", "a/b", "a\\b",
        "<script>alert(1)</script>",
        "=cmd()", "'; drop table items;--", "\u{0}", "nul\u{0}l", "\u{202e}abc", "emoji 🚀", "🚀",
        "日本語",
        "عربي", "Ünïcödé", "u\u{308}", "CON", "%2e%2e", "a\nb", "UPPER", "Upper", "upper ",
        " upper",
        "up--per", "-upper", "upper-", "\u{212a}", String(repeating: "x", count: 10_000),
        String(repeating: "x", count: 61), String(repeating: "x", count: 62),
        String(repeating: "-x", count: 5000), String(repeating: "é", count: 10_000),
    ]

    @Test(arguments: ["checkout", "a", "0", "checkout-api-2", String(repeating: "x", count: 60)])
    func `a safe name stays as it is`(name: String) {
        #expect(Slug.of(name) == name)
    }

    @Test(arguments: hostile)
    func `any name becomes letters, digits and single hyphens`(name: String) {
        let slug = Slug.of(name)
        let safe = Set("abcdefghijklmnopqrstuvwxyz0123456789-")
        #expect(slug.allSatisfy(safe.contains))
        #expect((1...60).contains(slug.utf8.count))
        #expect(!slug.hasPrefix("-") && !slug.hasSuffix("-") && !slug.contains("--"))
    }

    @Test func `names that differ have slugs that differ`() {
        let numbered = (0..<20_000).map { "Service \($0)" }
        let plain = (0..<1000).map { "service-\($0)" }
        let names = Self.hostile + numbered + plain
        // "ü" in one character and in two are the same name to Swift, but not byte for byte.
        #expect(Set(names.map(Slug.of)).count == names.count)
        #expect(Slug.of("ü") != Slug.of("u\u{308}"))
    }

    @Test func `a name cannot be chosen to be the slug of another one`() {
        for name in ["Checkout", "a b", "🚀"] {
            let slug = Slug.of(name)
            #expect(Slug.of(slug) != slug)
        }
    }

    /// The hash of "Checkout" with 64 bits, folded to 40, by python.
    ///
    ///     h = 0xcbf29ce484222325
    ///     for b in b"Checkout": h = ((h ^ b) * 0x100000001b3) % 2**64
    ///     print("%010x" % ((h >> 40) ^ (h & 0xffffffffff)))
    @Test func `a slug is the same on every machine`() {
        #expect(Slug.of("Checkout") == "checkout-faf5c884ff")
    }
}
