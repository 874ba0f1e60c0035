import D8SModel

/// A lying bar with the mark of its target, and the zones of harm under it.
struct GaugeLayout {
    private let chart: GaugeChart
    private let value: Double
    private let style: ChartStyle
    private let measurer: any TextMeasurer
    private let scale: Scale
    private let track: Frame
    private let number: String
    /// How far the value is from its target.
    private let distance: String
    /// Whether the distance stands under the number, as it does in a narrow gauge.
    private let isStacked: Bool

    init(_ chart: GaugeChart, value: Double, size: Size, measurer: any TextMeasurer) {
        (self.chart, self.value, self.measurer) = (chart, value, measurer)
        style = ChartStyle(size: size)
        let zones = chart.zones.map(\.value).filter(\.isFinite)
        let known = [value, chart.target, chart.limit ?? 0, 0] + zones
        var domain = ValueDomain(known) ?? .unit
        if chart.limit == nil {
            domain = domain.widened(toZero: true)
        } else if domain.high <= domain.low {
            domain.high = domain.low + 1
        }
        let number = chart.format.value(value, chart.unit)
        distance = chart.distance(of: value)
        let whole =
            measurer.width(of: number, style: Self.large) + 12
            + measurer.width(of: distance, style: style.label)
        isStacked = whole > size.width && size.height >= Self.stackedHeight
        self.number = number
        let lines = Self.valueSize + (isStacked ? style.lineHeight + 2 : 0)
        let head = style.hasAxes ? lines + 12 : max(size.height / 2 - 6, 0)
        track = Frame(x: 2, y: head, width: max(size.width - 4, 1), height: 14)
        scale = Scale(low: domain.low, high: domain.high, start: 2, end: max(size.width - 2, 3))
    }

    /// From back to front.
    var marks: [Mark] {
        let bars = [Mark.rectangle(track, fill: .band)] + zones + [bar] + targetMark
        return style.hasAxes ? bars + head + labels : bars
    }

    private static let valueSize = 22.0
    /// Below this height the target's label has no room under a second line.
    private static let stackedHeight = 88.0
    private static let large = TextStyle(size: valueSize, weight: .semibold)
    private static let zoneHeight = 5.0

    /// The value large, how far it is from its target beside it, or under it where that is wider.
    private var head: [Mark] {
        let ink = chart.ink == .series ? Ink.text : chart.ink
        let width = measurer.width(of: number, style: Self.large)
        let place = Point(
            x: isStacked ? 2 : 2 + width + 10,
            y: isStacked ? Self.valueSize + style.lineHeight + 2 : Self.valueSize
        )
        let room = style.size.width - place.x
        let value = Mark.text(
            number,
            at: Point(x: 2, y: Self.valueSize),
            style: Self.large,
            ink: ink
        )
        guard measurer.width(of: distance, style: style.label) <= room else { return [value] }
        return [value, .text(distance, at: place, style: style.label, ink: .muted)]
    }

    /// The lower end of the zones, or of the track without any.
    private var foot: Double {
        track.y + track.height + (chart.zones.isEmpty ? 4 : 2 + Self.zoneHeight)
    }

    private var bar: Mark {
        let ends = [scale.place(0), scale.place(value)].sorted()
        let width = value == 0 ? 0 : max(ends[1] - ends[0], 1)
        let frame = Frame(x: ends[0], y: track.y + 3, width: width, height: track.height - 6)
        return .rectangle(frame, fill: chart.ink)
    }

    /// Under the track: thin from where a warning begins, twice as thick from where it is critical.
    private var zones: [Mark] {
        chart.zones.filter(\.value.isFinite).map { zone in
            let x = scale.place(zone.value)
            let left = zone.harm == .above ? x : scale.start
            let right = zone.harm == .above ? scale.end : x
            let isCritical = zone.ink == .critical
            let frame = Frame(
                x: left,
                y: track.y + track.height + 2,
                width: max(right - left, 1),
                height: isCritical ? Self.zoneHeight : Self.zoneHeight / 2
            )
            return .rectangle(frame, fill: zone.ink)
        }
    }

    /// Dark against the bar and light against the ground, through the whole track.
    private var targetMark: [Mark] {
        let x = min(max(scale.place(chart.target).rounded(), 3), max(style.size.width - 3, 3))
        let line = [Point(x: x, y: track.y - 4), Point(x: x, y: foot)]
        return [
            .line(line, ink: .background, width: 6), .line(line, ink: .text, width: 2),
        ]
    }

    /// The target's label under its mark, then the zones', each in the first row where it is free.
    private var labels: [Mark] {
        let target = (chart.words.target, chart.target, Ink.text)
        let zones = chart.zones.filter(\.value.isFinite).map { ($0.label, $0.value, $0.ink) }
        var used: [[ClosedRange<Double>]] = [[], [], []], marks: [Mark] = []
        for (name, value, ink) in [target] + zones {
            let text =
                name.cleanedForDrawing(limit: 60) + "\u{200e}\u{a0}"
                + chart.format.value(value, chart.unit)
            let width = measurer.width(of: text, style: style.label)
            let left = min(max(scale.place(value) - width / 2, 0), style.size.width - width)
            guard left >= 0 else { continue }
            let span = (left - 10)...(left + width + 10)
            guard
                let row = used.indices.first(where: { row in
                    !used[row].contains { $0.overlaps(span) }
                })
            else { continue }
            used[row].append(left...(left + width))
            let y =
                foot + 4
                + Double(row) * style.lineHeight + style.label.size
            marks.append(.text(text, at: Point(x: left, y: y), style: style.label, ink: ink))
        }
        return marks
    }
}
