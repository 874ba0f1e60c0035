import D8SModel
import Testing

struct FormatPercentTests {
    let format = Format(zone: .utc)

    @Test(
        arguments: [
            (0.0, "0 %"), (1, "100 %"), (0.22, "22 %"), (0.034, "3.4 %"), (0.0012, "0.12 %"),
            (0.1, "10 %"), (0.0996, "10 %"), (0.0994, "9.9 %"), (0.00996, "1 %"), (0.03, "3 %"),
            (0.125, "13 %"), (0.5, "50 %"), (1.234, "123 %"), (12.5, "1,250 %"), (-0.034, "−3.4 %"),
        ] as [(Double, String)]
    )
    func `a share has two or three digits`(share: Double, text: String) {
        #expect(format.percent(share) == text.withNoBreakSpaces)
    }

    @Test(
        arguments: [
            (0.98, "98 %"), (0.986, "99 %"), (0.994, "99.4 %"), (0.995, "99.5 %"),
            (0.999, "99.9 %"),
            (0.9995, "99.95 %"), (0.9999, "99.99 %"), (0.99999, "99.999 %"),
            (0.999_999_9, "> 99.999 %"), (0.999_999_999_999_999_9, "> 99.999 %"),
            (49_999.0 / 50_000, "99.998 %"),
        ] as [(Double, String)]
    )
    func `less than all is never 100 percent`(share: Double, text: String) {
        #expect(format.percent(share) == text.withNoBreakSpaces(after: ["> "]))
    }

    @Test(
        arguments: [
            (0.0001, "0.01 %"), (0.000_06, "0.01 %"), (0.000_04, "< 0.01 %"), (1e-300, "< 0.01 %"),
            (-0.000_04, "> −0.01 %"),
        ] as [(Double, String)]
    )
    func `more than nothing is never 0 percent`(share: Double, text: String) {
        #expect(format.percent(share) == text.withNoBreakSpaces(after: ["< ", "> "]))
    }

    @Test(
        arguments: [
            (0.13, 0.35, "13–35 %"), (0.018, 0.094, "1.8–9.4 %"), (0, 0.071, "0–7.1 %"),
            (0.003, 0.12, "0.3–12 %"), (0.9941, 1, "99.4–100 %"), (0.221, 0.223, "22 %"),
            (0.000_01, 0.2, "0–20 %"), (0, 1, "0–100 %"),
        ] as [(Double, Double, String)]
    )
    func `an interval of shares names the unit once`(low: Double, high: Double, text: String) {
        #expect(format.interval(Interval(low: low, high: high), .ratio) == text.withNoBreakSpaces)
    }

    @Test func `other intervals carry the unit where it is needed`() {
        let hours = Interval(low: 7560, high: 3.4 * 86_400)
        #expect(format.interval(hours, .seconds) == "2\u{a0}h\u{a0}6\u{a0}min – 3.4\u{a0}d")
        let rate = Interval(low: 1.2, high: 1.8)
        #expect(format.interval(rate, .perDay) == "1.2–1.8\u{a0}a\u{a0}day")
        let count = Interval(low: 3, high: 12_480)
        #expect(format.interval(count, .count) == "3–12,480")
    }
}
