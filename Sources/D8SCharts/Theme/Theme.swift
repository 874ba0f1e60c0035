/// What each ink looks like on one kind of page.
///
/// Texts have a contrast of at least 4.5:1 to the background, marks of at least 3:1 (WCAG 2.2,
/// success criteria 1.4.3 and 1.4.11); grid lines and the normal band are decoration behind them.
package enum Theme: String, Hashable, Sendable, CaseIterable {
    /// Black, for screens.
    case dark
    /// White, for print, PDF and readers who prefer it.
    case light

    package func color(of ink: Ink) -> Color {
        switch self {
        case .dark: darkColor(of: ink)
        case .light: lightColor(of: ink)
        }
    }

    private func darkColor(of ink: Ink) -> Color {
        switch ink {
        case .text: Color(0xe8eaed)
        case .muted: Color(0x9aa0a6)
        case .faint: Color(0x767c83)
        case .line: Color(0x24282e)
        case .band: Color(0x161c24)
        case .series: Color(0xa9b4c2)
        case .critical: Color(0xff4d4f)
        case .warning: Color(0xffab1a)
        case .info: Color(0x6ea8fe)
        case .good: Color(0x4cc38a)
        case .link: Color(0x8ab8ff)
        case .background: Color(0x000000)
        }
    }

    private func lightColor(of ink: Ink) -> Color {
        switch ink {
        case .text: Color(0x16181d)
        case .muted: Color(0x5f6670)
        case .faint: Color(0x737a84)
        case .line: Color(0xdfe2e7)
        case .band: Color(0xeff1f5)
        case .series: Color(0x566070)
        case .critical: Color(0xc8102e)
        case .warning: Color(0xa65d00)
        case .info: Color(0x1d5fc4)
        case .good: Color(0x1a7f4b)
        case .link: Color(0x0b57d0)
        case .background: Color(0xffffff)
        }
    }
}
