import D8SModel
import Testing

/// Spaces in the expectations stand for no-break spaces.
struct FormatNumberTests {
    let english = Format(zone: .utc)
    let portuguese = Format(language: .brazilianPortuguese, zone: .utc)

    @Test(
        arguments: [
            (0.0, "0"), (-0.0, "0"), (1, "1"), (1.84, "1.8"), (1.85, "1.9"), (3, "3"), (9.96, "10"),
            (99.94, "99.9"), (99.96, "100"), (214, "214"), (999.6, "1,000"), (3900, "3,900"),
            (9999.4, "9,999"), (9999.6, "10 k"), (19_400, "19.4 k"), (12_480, "12.5 k"),
            (99_960, "100 k"), (214_000, "214 k"), (999_499, "999 k"), (999_500, "1 M"),
            (1_940_000, "1.9 M"), (2.5e9, "2.5 G"), (999.6e9, "1 T"), (7e12, "7 T"),
            (0.5, "0.5"), (0.123, "0.12"), (0.995, "1"), (0.042, "0.042"), (0.0987, "0.099"),
            (0.00123, "0.00123"), (0.0001, "0.0001"), (-1.84, "−1.8"), (-19_400, "−19.4 k"),
            (0.000_012, "1.2 × 10⁻⁵"), (-0.000_012, "−1.2 × 10⁻⁵"), (1e15, "1 × 10¹⁵"),
            (9.96e15, "1 × 10¹⁶"), (1.5e300, "1.5 × 10³⁰⁰"),
        ] as [(Double, String)]
    )
    func `a number has two or three significant digits`(value: Double, text: String) {
        #expect(english.number(value) == text.withNoBreakSpaces)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func `what is no number is said so`(value: Double) {
        #expect(english.number(value) == "not a number")
        #expect(english.percent(value) == "not a number")
        #expect(english.duration(value) == "not a number")
        #expect(english.fixed(value, 2) == "not a number")
    }

    @Test func `the smallest and the largest number have a text`() {
        #expect(english.number(.leastNonzeroMagnitude).hasSuffix("10⁻³²⁴"))
        #expect(english.number(.greatestFiniteMagnitude).hasSuffix("10³⁰⁸"))
        #expect(english.fixed(1e300, 2).hasSuffix("10³⁰⁰"))
    }

    /// By python: `Decimal(text).quantize(Decimal(step), ROUND_HALF_UP)`.
    @Test(
        arguments: [
            ("2.5", 0, "3"), ("0.5", 0, "1"), ("1.005", 2, "1.01"), ("-2.5", 0, "−3"),
            ("-0.4", 0, "0"), ("-0.004", 2, "0.00"), ("28.5", 0, "29"),
            ("1234567.891", 2, "1,234,567.89"),
            ("0.05", 1, "0.1"), ("999.995", 2, "1,000.00"), ("3", 2, "3.00"), ("7.1", -1, "7"),
        ] as [(String, Int, String)]
    )
    func `halves are rounded away from zero`(value: String, digits: Int, text: String) throws {
        #expect(english.fixed(try #require(Double(value)), digits) == text)
    }

    @Test func `57 of 200 is 29 percent, as people round 28,5`() {
        #expect(english.percent(57.0 / 200) == "29\u{a0}%")
    }

    @Test(
        arguments: [
            (0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (12_480, "12,480"),
            (1_234_567, "1,234,567"), (-1000, "−1,000"), (Int.min, "−9,223,372,036,854,775,808"),
        ] as [(Int, String)]
    )
    func `whole numbers are grouped by thousands`(number: Int, text: String) {
        #expect(english.whole(number) == text)
    }

    @Test func `Brazilian Portuguese has the comma and the point the other way round`() {
        #expect(portuguese.whole(1_234_567) == "1.234.567")
        #expect(portuguese.fixed(1234.5, 2) == "1.234,50")
        #expect(portuguese.percent(0.034) == "3,4\u{a0}%")
        #expect(portuguese.number(19_400) == "19,4\u{a0}k")
        #expect(portuguese.duration(6.2 * 86_400) == "6,2\u{a0}d")
        #expect(portuguese.trimmed("3,50") == "3,5")
        #expect(portuguese.trimmed("1.230") == "1.230")
    }

    @Test func `a count is exact while it is readable`() {
        #expect(english.value(12_480, .count) == "12,480")
        #expect(english.value(250_000, .count) == "250\u{a0}k")
        #expect(english.value(1.84, .count) == "1.8")
    }

    @Test func `a rate has its unit`() {
        #expect(english.value(1.84, .perDay) == "1.8 a day".withNoBreakSpaces)
        #expect(english.value(3.0, .daysPerWeek) == "3\u{a0}days a\u{a0}week")
        #expect(english.value(nil, .ratio) == "not enough data")
    }

    @Test func `one thing is singular and all other numbers are plural`() {
        #expect(english.count(1, "service") == "1\u{a0}service")
        #expect(english.count(0, "service") == "0\u{a0}services")
        #expect(english.count(12_480, "entry", "entries") == "12,480\u{a0}entries")
    }
}
