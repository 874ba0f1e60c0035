/// The type and the room of a chart of one size.
///
/// Letters never shrink with the chart; a small chart has fewer of them.
struct ChartStyle {
    let size: Size

    /// Ticks, targets and annotations.
    var label: TextStyle { TextStyle(size: size.width < 400 ? 11 : 12) }
    /// The last value.
    var strong: TextStyle { TextStyle(size: size.width < 400 ? 11 : 12, weight: .semibold) }
    /// From one line of text to the next.
    var lineHeight: Double { label.size + 4 }
    /// From a baseline up to the middle of its figures.
    var middle: Double { label.size * 0.36 }
    /// Whether there is room for axes at all.
    var hasAxes: Bool { size.width >= 140 && size.height >= 70 }

    /// How many ticks a value axis of this height can bear.
    func valueTicks(height: Double) -> Int { min(max(Int(height / 44), 2), 5) }
}
