import D8SCharts

/// The type and the room of a summary: everything that is a number of points.
struct SummaryStyle {
    /// How close things stand: five items are to fit on one page, with nothing under 9 points.
    enum Density: CaseIterable {
        case roomy, snug, close, dense, tight
    }

    /// A size of type and the distance of its lines.
    struct Face {
        let text: TextStyle
        let line: Double

        init(_ size: Double, _ weight: TextStyle.Weight = .regular, line: Double) {
            text = TextStyle(size: size, weight: weight)
            self.line = line
        }
    }

    let paper: Paper
    let density: Density
    /// What each item gets above and below it beyond its density, of the room that is left.
    var spare = 0.0

    /// 17 mm.
    let margin = 48.0
    let gutter = 22.0
    /// From the last line of the page up to the bottom margin's rule.
    let footerHeight = 24.0

    var contentWidth: Double { paper.size.width - 2 * margin }
    /// Where the flow ends on every page.
    var bottom: Double { paper.size.height - margin - footerHeight }

    let small = Face(9, line: 12)
    let smallStrong = Face(9, .semibold, line: 12)

    var title: Face { by(Face(22, .bold, line: 27), tight: Face(19, .bold, line: 23)) }
    var lede: Face { by(Face(11.5, line: 16), tight: Face(10, line: 13)) }
    var metric: Face { by(Face(20, .bold, line: 24), tight: Face(17, .bold, line: 20)) }
    var itemTitle: Face {
        switch density {
        case .roomy, .snug: Face(12.5, .bold, line: 16)
        case .close, .dense: Face(11.5, .bold, line: 14.5)
        case .tight: Face(11, .bold, line: 13.5)
        }
    }
    var detail: Face {
        switch density {
        case .roomy: Face(10.5, line: 15)
        case .snug: Face(10.5, line: 14)
        case .close, .dense: Face(9.5, line: 12.5)
        case .tight: Face(9, line: 11.5)
        }
    }
    var next: Face {
        switch density {
        case .roomy, .snug: Face(9.5, line: 13.5)
        case .close, .dense: Face(9.5, line: 12.5)
        case .tight: Face(9, line: 11.5)
        }
    }

    /// Above and below an item.
    var padding: Double { tightPadding + min(spare, 14 - tightPadding) }
    private var tightPadding: Double {
        switch density {
        case .roomy: 14
        case .snug: 10
        case .close: 8
        case .dense: 6
        case .tight: 5
        }
    }
    /// Between the texts of an item.
    var leading: Double { by(3, tight: 1.5) }
    /// Between the parts of the page's head.
    var headGap: Double { by(11, tight: 7) }

    /// The part of the width that an item's words take where it has a chart.
    var textWidth: Double {
        switch density {
        case .roomy, .snug: (contentWidth * 0.53).rounded()
        case .close, .dense: (contentWidth * 0.58).rounded()
        case .tight: (contentWidth * 0.63).rounded()
        }
    }
    /// Words alone are not set wider than people read well.
    var loneTextWidth: Double { (contentWidth * 0.85).rounded() }

    /// A chart beside few words; beside more of them it is as high as they are.
    var chart: Size {
        let height: Double =
            switch density {
            case .roomy: 104
            case .snug: 92
            case .close: 84
            case .dense: 72
            case .tight: 66
            }
        return Size(width: contentWidth - textWidth - gutter, height: height)
    }
    /// More height than this tells nothing more.
    let highestChart = 110.0
    /// Charts are laid out larger and drawn smaller: their 11 points are 9 on paper.
    let chartScale = 9.0 / 11

    private func by<Value>(_ usual: Value, tight: Value) -> Value {
        density == .tight ? tight : usual
    }
}
