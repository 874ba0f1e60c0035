import D8SModel

/// The lines of a stat tile from the top down, and its course under them or, in a wide tile, at
/// their right.
struct StatLayout {
    private let tile: StatTile
    private let size: Size
    private let measurer: any TextMeasurer
    private let small: TextStyle
    private let large = TextStyle(size: 24, weight: .semibold)
    /// The width of the words.
    private let column: Double
    private let isWide: Bool

    init(tile: StatTile, size: Size, measurer: any TextMeasurer) {
        (self.tile, self.size, self.measurer) = (tile, size, measurer)
        small = ChartStyle(size: size).label
        isWide = size.width >= 260
        column = isWide && !tile.course.isEmpty ? size.width * 0.55 : size.width
    }

    var marks: [Mark] {
        let label = measurer.fitted(tile.label, style: small, width: column)
        let valueLine = small.size + 6 + large.size
        return [.text(label, at: Point(x: 0, y: small.size), style: small, ink: .muted)]
            + value(baseline: valueLine) + change(baseline: valueLine + small.size + 8)
            + course(top: valueLine + small.size + 16)
    }

    /// The number as large as it fits, words of its unit small behind it.
    private func value(baseline: Double) -> [Mark] {
        guard let value = known(tile.value) else {
            let words = measurer.fitted(
                tile.format.value(nil, tile.unit),
                style: small,
                width: column
            )
            return [.text(words, at: Point(x: 0, y: baseline), style: small, ink: .muted)]
        }
        let text = tile.format.value(value, tile.unit)
        let number = tile.unit.isWord ? tile.format.number(value) : text
        let words = text.hasPrefix(number) ? String(text.dropFirst(number.count + 1)) : ""
        let style = [24.0, 22, 20, 18, 16].lazy.map { TextStyle(size: $0, weight: .semibold) }
            .first { measurer.width(of: number, style: $0) <= column }
        let found = style ?? TextStyle(size: 16, weight: .semibold)
        let shown = measurer.fitted(number, style: found, width: column)
        let left = measurer.width(of: shown, style: found) + 6
        let rest = measurer.fitted(words, style: small, width: column - left)
        let numberMark = Mark.text(
            shown,
            at: Point(x: 0, y: baseline),
            style: found,
            ink: tile.ink
        )
        let at = Point(x: left, y: baseline)
        return rest.isEmpty
            ? [numberMark] : [numberMark, .text(rest, at: at, style: small, ink: .muted)]
    }

    private func known(_ value: Double?) -> Double? {
        value.flatMap { $0.isFinite ? $0 : nil }
    }

    /// `▲ was 9 % · since 7 Nov`; the arrow says where the value went.
    private func change(baseline: Double) -> [Mark] {
        let previous = known(tile.previous)
        let was = previous.map { tile.wasWord + " " + tile.format.value($0, tile.unit) }
        let words = ([was, tile.note.isEmpty ? nil : tile.note]).compactMap { $0 }
        let arrow = previous.flatMap { previous in
            known(tile.value).flatMap { triangle(from: previous, to: $0, baseline: baseline) }
        }
        let left = arrow == nil ? 0 : small.size + 2
        let text = measurer.fitted(
            words.joined(separator: " · "),
            style: small,
            width: column - left
        )
        guard !text.isEmpty else { return [] }
        let at = Point(x: left, y: baseline)
        return [arrow].compactMap { $0 } + [.text(text, at: at, style: small, ink: .muted)]
    }

    /// A triangle up or down; nil where both values are written the same.
    private func triangle(from previous: Double, to value: Double, baseline: Double) -> Mark? {
        let texts = [previous, value].map { tile.format.value($0, tile.unit) }
        guard texts[0] != texts[1], baseline < size.height else { return nil }
        let height = small.size * 0.6, width = small.size * 0.75
        let (foot, top) = (baseline - 1, baseline - 1 - height)
        let isUp = value > previous
        let corners = [
            Point(x: 0, y: isUp ? foot : top), Point(x: width, y: isUp ? foot : top),
            Point(x: width / 2, y: isUp ? top : foot),
        ]
        return .area(corners, fill: tile.ink)
    }

    /// The sparkline in what is left; nothing where that is too low to be read.
    private func course(top: Double) -> [Mark] {
        let left = isWide ? column + 8 : 0
        let top = isWide ? 0 : top
        let room = Size(width: size.width - left, height: min(size.height - top, 64))
        guard !tile.course.isEmpty, room.height >= 14, room.width >= 24 else { return [] }
        let ink = tile.ink == .text ? Ink.series : tile.ink
        let line = Sparkline(title: tile.title, values: tile.course, ink: ink)
        return line.scene(size: room, measurer: measurer).marks.map {
            $0.moved(right: left, down: top)
        }
    }
}

extension Unit {
    /// Whether it is written as words behind a plain number.
    fileprivate var isWord: Bool {
        switch self {
        case .perSecond, .perDay, .daysPerWeek, .cores: true
        case .ratio, .seconds, .count, .bytes, .bytesPerSecond, .celsius, .money: false
        }
    }
}

extension Mark {
    /// The same line or dot at another place.
    fileprivate func moved(right: Double, down: Double) -> Mark {
        switch self {
        case .line(let points, let ink, let width, let dash):
            let moved = points.map { Point(x: $0.x + right, y: $0.y + down) }
            return .line(moved, ink: ink, width: width, dash: dash)
        case .circle(let center, let radius, let fill):
            let moved = Point(x: center.x + right, y: center.y + down)
            return .circle(center: moved, radius: radius, fill: fill)
        case .rectangle, .rectangles, .area, .text:
            return self
        }
    }
}
