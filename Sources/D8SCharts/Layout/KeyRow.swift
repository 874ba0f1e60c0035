/// A key: small samples with their names, in as many lines as they need, at most three.
struct KeyRow {
    struct Entry {
        let name: String
        let ink: Ink
        /// What is painted of a sample.
        let sample: (Frame) -> [Frame]
    }

    private struct Place {
        let entry: Entry
        let text: String
        let x: Double
        let line: Int
    }

    private let places: [Place]
    private let style: ChartStyle

    /// The height with the space to what follows.
    var height: Double {
        places.last.map { Double($0.line + 1) * style.lineHeight + 6 } ?? 0
    }

    init(_ entries: [Entry], left: Double, style: ChartStyle, measurer: any TextMeasurer) {
        self.style = style
        var places: [Place] = [], x = left, line = 0
        for entry in entries {
            let room = min(style.size.width - left - 18, 200)
            let text = measurer.fittedInMiddle(entry.name, style: style.label, width: room)
            let width = measurer.width(of: text, style: style.label) + 18
            if x > left, x + width > style.size.width { (x, line) = (left, line + 1) }
            guard line < 3 else { break }
            places.append(Place(entry: entry, text: text, x: x, line: line))
            x += width + 16
        }
        self.places = places
    }

    var marks: [Mark] {
        places.flatMap { place -> [Mark] in
            let baseline = Double(place.line) * style.lineHeight + style.label.size
            let sample = Frame(x: place.x, y: baseline - 10, width: 12, height: 11)
            let at = Point(x: place.x + 18, y: baseline)
            return [
                .rectangles(place.entry.sample(sample), fill: place.entry.ink),
                .text(place.text, at: at, style: style.label, ink: .muted),
            ]
        }
    }
}
