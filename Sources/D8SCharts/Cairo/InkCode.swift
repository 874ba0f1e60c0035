/// Colours that stand for inks while Cairo writes an SVG: whole percents of red, one for each ink.
///
/// So the ink of every piece is known afterwards, also where two inks look the same in a theme.
enum InkCode {
    private static let inks = Ink.allCases

    static func color(of ink: Ink) -> (Double, Double, Double) {
        let number = inks.firstIndex(of: ink) ?? 0
        return (Double(number) / 100, 0, 0)
    }

    /// The ink whose red has so many percents.
    static func ink(percent: Double) -> Ink {
        let number = Int(min(max(percent.rounded(), 0), Double(inks.count - 1)))
        return inks[number]
    }
}
