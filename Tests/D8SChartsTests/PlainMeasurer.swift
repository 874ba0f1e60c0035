import D8SCharts

/// Every character is half as wide as the type is high.
struct PlainMeasurer: TextMeasurer {
    func width(of text: String, style: TextStyle) -> Double {
        Double(text.count) * style.size / 2
    }

    func lines(of text: String, style: TextStyle, width: Double) -> [String] { [text] }
}
