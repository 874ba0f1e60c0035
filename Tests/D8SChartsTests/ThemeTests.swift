import D8SCharts
import Foundation
import Testing

@Suite struct ThemeTests {
    /// Every ink that letters are written in.
    private static let letters: [Ink] =
        [
            .text, .muted, .series, .critical, .warning, .info, .good, .link,
        ] + Ink.hues

    @Test(arguments: Theme.allCases)
    func `letters have a contrast of at least 4_5 to their page`(theme: Theme) {
        for ink in Self.letters {
            #expect(contrast(of: ink, on: theme) >= 4.5, "\(ink) on \(theme)")
        }
    }

    @Test(arguments: Theme.allCases)
    func `marks have a contrast of at least 3 to their page`(theme: Theme) {
        for ink in Ink.allCases where ![.line, .band, .background].contains(ink) {
            #expect(contrast(of: ink, on: theme) >= 3, "\(ink) on \(theme)")
        }
    }

    /// 21:1 is what WCAG gives for black on white, 4.54:1 what WebAIM's checker gives for #767676.
    @Test func `the formula of the test gives known contrasts`() {
        #expect(abs(ratio(Color(0x000000), Color(0xffffff)) - 21) < 0.001)
        #expect(abs(ratio(Color(0x767676), Color(0xffffff)) - 4.54) < 0.005)
    }

    /// CIE 1976 lightness (CIE 15:2004, 8.2.1.1): what is even there looks even.
    @Test(arguments: Theme.allCases)
    func `shades grow evenly in lightness away from the page`(theme: Theme) {
        let steps = Ink.shades.map { lightness(theme.color(of: $0)) }
        let direction: Double = theme == .dark ? 1 : -1
        let differences = zip(steps, steps.dropFirst()).map { ($1 - $0) * direction }
        let mean = differences.reduce(0, +) / Double(differences.count)
        #expect(mean > 8)
        #expect(differences.allSatisfy { abs($0 - mean) < 0.5 }, "\(differences)")
    }

    @Test(arguments: Theme.allCases)
    func `hues that follow each other differ without their colour`(theme: Theme) {
        let hues = Ink.hues.map { lightness(theme.color(of: $0)) }
        #expect(zip(hues, hues.dropFirst()).allSatisfy { abs($0 - $1) > 1.9 }, "\(hues)")
    }

    private func lightness(_ color: Color) -> Double { 116 * cbrt(luminance(color)) - 16 }

    private func contrast(of ink: Ink, on theme: Theme) -> Double {
        ratio(theme.color(of: ink), theme.color(of: .background))
    }

    /// Contrast ratio of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
    private func ratio(_ left: Color, _ right: Color) -> Double {
        let (left, right) = (luminance(left), luminance(right))
        return (max(left, right) + 0.05) / (min(left, right) + 0.05)
    }

    /// Relative luminance (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance).
    private func luminance(_ color: Color) -> Double {
        let parts = [color.red, color.green, color.blue].map { part in
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
