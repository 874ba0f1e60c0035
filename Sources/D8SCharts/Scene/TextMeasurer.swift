/// Tells how much room a text needs; Pango in production, arithmetic in tests.
package protocol TextMeasurer: Sendable {
    /// The advance width of one line of text, in points.
    func width(of text: String, style: TextStyle) -> Double
    /// The lines that this text takes in this width: broken at word ends, inside a word only if the
    /// word alone is too wide. Never empty.
    func lines(of text: String, style: TextStyle, width: Double) -> [String]
}
