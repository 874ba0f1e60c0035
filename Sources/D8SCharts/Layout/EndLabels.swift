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
        return spread(labels, in: plot).flatMap { label -> [Mark] in
            let x = label.x ?? plot.right + 8
            let text = measurer.fittedInMiddle(label.text, style: label.style, width: width)
            guard !text.isEmpty else { return [] }
            let place = Point(x: x, y: label.y + style.middle)
            return leader(of: label, from: plot.right)
                + [.text(text, at: place, style: label.style, ink: label.ink)]
        }
    }

    /// A short line to a label that had to leave the place where its line ends; none where it
    /// would be so steep that it lies on its neighbours.
    private func leader(of label: EndLabel, from right: Double) -> [Mark] {
        guard let lineEnd = label.lineEnd, label.x == nil,
            abs(lineEnd - label.y) <= style.lineHeight * 2.5
        else { return [] }
        let line = [Point(x: right + 1, y: lineEnd), Point(x: right + 6, y: label.y)]
        return [.line(line, ink: .faint, width: 1)]
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
        let places = chosen.map(\.y)
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
        for (index, place) in places.enumerated() where abs(chosen[index].y - place) > gap * 0.6 {
            chosen[index].lineEnd = min(max(place, plot.top), plot.bottom)
        }
        return chosen
    }
}
