import D8SModel

/// The six shades in a row with three values over them, at the right of a chart's head.
struct ShadeLegend {
    let scale: ShadeScale
    let unit: Unit
    let format: Format
    let style: ChartStyle

    /// The height with the space to the plot.
    var height: Double { style.lineHeight + 16 }

    /// Wide enough for three labels.
    func width(_ measurer: any TextMeasurer) -> Double {
        let widths = scale.stops.map {
            measurer.width(of: format.value($0, unit), style: style.label)
        }
        return max((max(widths[0], widths[2]) + widths[1] / 2 + 10) * 2, 108)
    }

    func marks(right: Double, measurer: any TextMeasurer) -> [Mark] {
        let texts = scale.stops.map { format.value($0, unit) }
        let widths = texts.map { measurer.width(of: $0, style: style.label) }
        // The middle label keeps its distance from both others.
        let half = max(widths[0], widths[2]) + widths[1] / 2 + 10
        let width = min(width(measurer), right).rounded()
        let left = (right - width).rounded(), step = (width / 6).rounded(.down)
        let top = style.lineHeight + 0.0
        let swatches = Ink.shades.enumerated().map { number, ink -> Mark in
            let frame = Frame(
                x: left + Double(number) * step,
                y: top,
                width: step - 1,
                height: 7
            )
            return .rectangle(frame, fill: ink)
        }
        let y = style.label.size
        let end = left + step * 6 - 1
        let places: [(Double, TextAnchor)] = [
            (left, .start), ((left + end) / 2, .middle), (end, .end),
        ]
        let isRoomy = half * 2 <= width + 1
        return swatches
            + zip(texts, places).enumerated().compactMap { number, label -> Mark? in
                guard isRoomy || number != 1 else { return nil }
                let at = Point(x: label.1.0, y: y)
                return .text(label.0, at: at, style: style.label, ink: .muted, anchor: label.1.1)
            }
    }
}
