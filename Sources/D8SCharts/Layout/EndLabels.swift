/// Puts the labels at the right of a plot, moved apart so that none covers another.
struct EndLabels {
    let style: ChartStyle

    /// The room that they need, with the space before them: at most two fifths of the scene.
    func room(_ labels: [EndLabel], measurer: any TextMeasurer) -> Double {
        let widest = labels.map { measurer.width(of: $0.text, style: $0.style) }.max()
        return widest.map { min($0 + 10, style.size.width * 0.4) } ?? 6
    }

    func marks(_ labels: [EndLabel], in plot: Plot, measurer: any TextMeasurer) -> [Mark] {
        let width = plot.size.width - plot.right - 8
        return spread(labels, in: plot).compactMap { label in
            let x = label.x ?? plot.right + 8
            let text = measurer.fittedInMiddle(label.text, style: label.style, width: width)
            guard !text.isEmpty else { return nil }
            let place = Point(x: x, y: label.y + style.middle)
            return .text(text, at: place, style: label.style, ink: label.ink)
        }
    }

    /// As many as fit, in order from top to bottom, each as near to its line as the others let it.
    func spread(_ labels: [EndLabel], in plot: Plot) -> [EndLabel] {
        let gap = style.lineHeight
        let (top, bottom) = (max(plot.top - 4, gap / 2), plot.bottom)
        let capacity = max(Int((bottom - top) / gap) + 1, 1)
        let ranked = labels.enumerated().sorted {
            ($0.element.priority, $0.offset) < ($1.element.priority, $1.offset)
        }
        var chosen = ranked.prefix(capacity).sorted {
            ($0.element.y, $0.offset) < ($1.element.y, $1.offset)
        }.map(\.element)
        var limit = top
        for index in chosen.indices {
            chosen[index].y = max(chosen[index].y, limit)
            limit = chosen[index].y + gap
        }
        limit = bottom
        for index in chosen.indices.reversed() {
            chosen[index].y = min(chosen[index].y, limit)
            limit = chosen[index].y - gap
        }
        return chosen
    }
}
