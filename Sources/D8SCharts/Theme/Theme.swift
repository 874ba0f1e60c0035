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
        case .shade1: Color(0x1f5e9d)
        case .shade2: Color(0x357ac1)
        case .shade3: Color(0x5697dd)
        case .shade4: Color(0x7eb4f1)
        case .shade5: Color(0xaed2fc)
        case .shade6: Color(0xe2efff)
        case .hue1: Color(0x6eb5fd)
        case .hue2: Color(0xa2904d)
        case .hue3: Color(0xdcc0ff)
        case .hue4: Color(0x4eb199)
        case .hue5: Color(0xfe9ecc)
        case .hue6: Color(0x7b944e)
        case .hue7: Color(0x8ce4fa)
        case .hue8: Color(0xc398c5)
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
        case .shade1: Color(0x628fc1)
        case .shade2: Color(0x3d77b6)
        case .shade3: Color(0x1860a5)
        case .shade4: Color(0x044a87)
        case .shade5: Color(0x023564)
        case .shade6: Color(0x002244)
        case .hue1: Color(0x045c9f)
        case .hue2: Color(0x857430)
        case .hue3: Color(0x5c3382)
        case .hue4: Color(0x057662)
        case .hue5: Color(0xa84e7d)
        case .hue6: Color(0x42570c)
        case .hue7: Color(0x076879)
        case .hue8: Color(0x643e66)
        }
    }
}
