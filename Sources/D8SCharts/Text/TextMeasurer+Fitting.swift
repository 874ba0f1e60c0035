extension TextMeasurer {
    /// The text, or as much of its beginning as fits into the width with `…` at the end; empty if
    /// not even that fits.
    package func fitted(_ text: String, style: TextStyle, width: Double) -> String {
        let clean = text.cleanedForDrawing(limit: 400)
        if self.width(of: clean, style: style) <= width { return clean }
        let characters = Array(clean)
        return longest(below: characters.count, style: style, width: width) { count in
            String(characters.prefix(count)).droppingTrailingSpaces + "…"
        }
    }

    /// The same with the `…` in the middle, for names that differ at their ends.
    package func fittedInMiddle(_ text: String, style: TextStyle, width: Double) -> String {
        let clean = text.cleanedForDrawing(limit: 400)
        if self.width(of: clean, style: style) <= width { return clean }
        let characters = Array(clean)
        return longest(below: characters.count, style: style, width: width) { count in
            let head = (count + 1) / 2
            return String(characters.prefix(head)).droppingTrailingSpaces + "…"
                + String(characters.suffix(count - head))
        }
    }

    /// The text of the greatest count, by bisection, that is no wider than `width`.
    private func longest(
        below count: Int,
        style: TextStyle,
        width: Double,
        text: (Int) -> String
    ) -> String {
        var (fits, fails) = (0, max(count, 1))
        while fails - fits > 1 {
            let middle = (fits + fails) / 2
            if self.width(of: text(middle), style: style) <= width {
                fits = middle
            } else {
                fails = middle
            }
        }
        return fits == 0 ? "" : text(fits)
    }
}

extension String {
    fileprivate var droppingTrailingSpaces: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
