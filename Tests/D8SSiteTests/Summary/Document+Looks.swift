import D8SCharts

/// What tests ask about a document.
extension Document {
    /// All words, in reading order, line by line.
    var texts: [String] { pages.flatMap(\.blocks).flatMap(\.texts) }

    var headings: [(level: Int, text: String)] {
        pages.flatMap(\.blocks).compactMap { block in
            block.headingLevel.map { ($0, block.texts.joined(separator: " ")) }
        }
    }

    /// The sizes of all texts, to the hundredth of a point.
    var sizes: [Double] {
        pages.flatMap(\.blocks).flatMap(\.marks).compactMap { mark in
            guard case .text(_, _, let style, _, _) = mark else { return nil }
            return (style.size * 100).rounded() / 100
        }
    }
}

extension Document.Block {
    var texts: [String] {
        marks.compactMap { mark in
            if case .text(let text, _, _, _, _) = mark { text } else { nil }
        }
    }

    var headingLevel: Int? {
        if case .heading(let level) = role { level } else { nil }
    }

    var url: String? {
        if case .link(let url) = role { url } else { nil }
    }

    var alternative: String? {
        if case .figure(let alternative) = role { alternative } else { nil }
    }

    var isFigure: Bool { alternative != nil }

    /// From each baseline 0.75 of the size up and 0.2 down, on the page.
    func textBoxes(_ measurer: any TextMeasurer) -> [Frame] {
        marks.compactMap { mark in
            guard case .text(let text, let at, let style, _, let anchor) = mark else { return nil }
            let width = measurer.width(of: text, style: style)
            let x = origin.x + at.x - (anchor == .end ? width : 0)
            let top = origin.y + at.y - style.size * 0.75
            return Frame(x: x, y: top, width: width, height: style.size * 0.95)
        }
    }
}

extension Frame {
    func overlaps(_ other: Frame) -> Bool {
        x < other.x + other.width - 0.01 && other.x < x + width - 0.01
            && y < other.y + other.height - 0.01 && other.y < y + height - 0.01
    }
}
