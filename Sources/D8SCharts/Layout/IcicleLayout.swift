import D8SModel

/// The fields of an icicle, from left to right level by level.
struct IcicleLayout {
    private let chart: IcicleChart
    private let measurer: any TextMeasurer
    private let style: ChartStyle
    /// Levels that are drawn, the whole among them.
    private let levels: Int
    private let columnWidth: Double
    /// The height of the picture without the line about credits.
    private let height: Double
    /// What the whole height stands for.
    private let total: Double
    /// A field under this height is drawn with its like as one.
    private static let least = 4.0

    /// Nil if nothing of it is above 0.
    init?(_ chart: IcicleChart, size: Size, measurer: any TextMeasurer) {
        let total = chart.root.size
        guard total > 0, total.isFinite else { return nil }
        (self.chart, self.measurer, self.total) = (chart, measurer, total)
        style = ChartStyle(size: size)
        levels = min(chart.root.depth + 1, max(Int(size.width / 110), 1), 5)
        columnWidth = size.width / Double(levels)
        height = max(size.height - (chart.root.credit > 0 ? style.lineHeight + 4 : 0), 1)
    }

    var marks: [Mark] { fields(of: chart.root, top: 0, level: 0, ink: .series) + credits }

    /// A node, then its parts right of it.
    private func fields(
        of node: IcicleChart.Node,
        top: Double,
        level: Int,
        ink: Ink
    ) -> [Mark] {
        let frame = frame(top: top, height: height(of: node.size), level: level)
        var marks = field(node.label, chart.format.value(node.value, chart.unit), frame, ink)
        guard level + 1 < levels else { return marks }
        var top = top, rest: [IcicleChart.Node] = []
        for (place, part) in node.ordered.enumerated() {
            let own = level == 0 ? Ink.hues[place % Ink.hues.count] : ink
            guard height(of: part.size) >= Self.least else {
                rest.append(part)
                continue
            }
            marks += fields(of: part, top: top, level: level + 1, ink: own)
            top += height(of: part.size)
        }
        return marks + others(rest, top: top, level: level + 1)
    }

    /// What is too small to be drawn alone.
    private func others(_ rest: [IcicleChart.Node], top: Double, level: Int) -> [Mark] {
        let height = self.height(of: rest.reduce(0) { $0 + $1.size })
        guard height >= 1 else { return [] }
        let sum = rest.reduce(0) { $0 + $1.value }
        let label = rest.count == 1 ? rest[0].label : "\(rest.count) others"
        let frame = frame(top: top, height: height, level: level)
        return field(label, chart.format.value(sum, chart.unit), frame, .faint)
    }

    private func height(of size: Double) -> Double { min(size / total, 1) * height }

    private func frame(top: Double, height: Double, level: Int) -> Frame {
        Frame(
            x: Double(level) * columnWidth,
            y: top,
            width: max(columnWidth - 1, 1),
            height: max(height - 1, 0.5)
        )
    }

    /// A quiet field with a strong edge, so that text on it is read; its name in the first line, its
    /// value beside the name where there is room, else under it.
    private func field(_ label: String, _ number: String, _ frame: Frame, _ ink: Ink) -> [Mark] {
        let edge = Frame(x: frame.x, y: frame.y, width: min(3, frame.width), height: frame.height)
        let marks: [Mark] = [
            .rectangle(frame, fill: ink, opacity: 0.22), .rectangle(edge, fill: ink),
        ]
        let room = frame.width - 14
        guard frame.height >= style.lineHeight, room > 24 else { return marks }
        let numberWidth = measurer.width(of: number, style: style.label)
        let width = measurer.width(of: label, style: style.label)
        let isTall = frame.height >= 2 * style.lineHeight + 2
        let beside = width + numberWidth + 8 <= room || !isTall && room - numberWidth > 48
        let nameRoom = beside ? room - numberWidth - 8 : room
        let name = measurer.fittedInMiddle(label, style: style.label, width: nameRoom)
        let baseline =
            frame.y + style.label.size + min(4, (frame.height - style.lineHeight) / 2 + 1)
        let texts = [text(name, Point(x: frame.x + 8, y: baseline), .text, .start)]
        if beside {
            let end = Point(x: frame.x + frame.width - 6, y: baseline)
            return marks + texts + [text(number, end, .muted, .end)]
        }
        guard isTall, numberWidth <= room else { return marks + texts }
        let under = Point(x: frame.x + 8, y: baseline + style.lineHeight)
        return marks + texts + [text(number, under, .muted, .start)]
    }

    private var credits: [Mark] {
        guard chart.root.credit > 0 else { return [] }
        let sum = chart.format.value(chart.root.credit, chart.unit)
        let at = Point(x: 0, y: height + style.lineHeight)
        return [text("Credits of \(sum) are not drawn", at, .muted, .start)]
    }

    private func text(_ text: String, _ at: Point, _ ink: Ink, _ anchor: TextAnchor) -> Mark {
        .text(text, at: at, style: style.label, ink: ink, anchor: anchor)
    }
}
