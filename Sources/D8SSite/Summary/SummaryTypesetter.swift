import D8SCharts

/// Sets texts in lines; what comes out is relative to the text's own top left corner.
struct SummaryTypesetter {
    let measurer: any TextMeasurer

    /// Words in another style before a paragraph's own, on its first line.
    struct Lead {
        let text: String
        let weight: TextStyle.Weight
        let ink: Ink
    }

    /// A text with all its lines.
    struct Paragraph {
        var marks: [Mark]
        var height: Double
    }

    /// The text broken into lines of this width; of more lines than `limit` the last ends with `…`.
    func paragraph(
        _ text: String,
        _ face: SummaryStyle.Face,
        ink: Ink,
        width: Double,
        limit: Int,
        lead: Lead? = nil
    ) -> Paragraph {
        let clean = text.cleanedForDrawing().split(separator: " ").joined(separator: " ")
        let leadStyle = TextStyle(size: face.text.size, weight: lead?.weight ?? .regular)
        let indent = lead.map { measurer.width(of: $0.text + " ", style: leadStyle) } ?? 0
        let lines = limited(
            lines(of: clean, face.text, width: width, indent: indent),
            to: limit,
            face.text,
            width: width - (limit == 1 ? indent : 0)
        )
        var marks = lines.enumerated().map { number, line in
            let x = number == 0 ? indent : 0
            let at = Point(x: x, y: baseline(of: number, face))
            return Mark.text(line, at: at, style: face.text, ink: ink)
        }
        if let lead {
            let at = Point(x: 0, y: baseline(of: 0, face))
            marks.insert(.text(lead.text, at: at, style: leadStyle, ink: lead.ink), at: 0)
        }
        return Paragraph(marks: marks, height: Double(lines.count) * face.line)
    }

    /// One line in the largest size down to 9 points that fits, cut off where none does.
    func headline(
        _ text: String,
        _ face: SummaryStyle.Face,
        ink: Ink,
        width: Double
    ) -> Paragraph {
        let clean = text.cleanedForDrawing()
        var style = face.text
        while style.size > 9, measurer.width(of: clean, style: style) > width { style.size -= 1 }
        let line = measurer.fitted(clean, style: style, width: width)
        let at = Point(x: 0, y: baseline(of: 0, face))
        return Paragraph(marks: [.text(line, at: at, style: style, ink: ink)], height: face.line)
    }

    /// Letters stand in the middle of their line.
    private func baseline(of line: Int, _ face: SummaryStyle.Face) -> Double {
        Double(line) * face.line + (face.line + face.text.size * 0.72) / 2
    }

    /// The first line is shorter by the indent.
    private func lines(
        of text: String,
        _ style: TextStyle,
        width: Double,
        indent: Double
    ) -> [String] {
        guard indent > 0 else { return measurer.lines(of: text, style: style, width: width) }
        let first = measurer.lines(of: text, style: style, width: max(width - indent, 1))[0]
        guard text.hasPrefix(first), first.count < text.count else { return [first] }
        let rest = text.dropFirst(first.count).drop { $0 == " " }
        return [first] + measurer.lines(of: String(rest), style: style, width: width)
    }

    private func limited(
        _ lines: [String],
        to limit: Int,
        _ style: TextStyle,
        width: Double
    ) -> [String] {
        guard lines.count > limit, limit > 0 else { return lines }
        var last = lines[limit - 1]
        while !last.isEmpty, measurer.width(of: last + "…", style: style) > width {
            last.removeLast()
        }
        while last.last == " " { last.removeLast() }
        return lines.prefix(limit - 1) + [last + "…"]
    }
}
