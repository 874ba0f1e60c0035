import D8SCharts

/// Every character is 0.55 of its size wide: some 5 % more than Inter's average.
struct SummaryMeasurer: TextMeasurer {
    func width(of text: String, style: TextStyle) -> Double {
        Double(text.count) * style.size * 0.55
    }

    func lines(of text: String, style: TextStyle, width: Double) -> [String] {
        let room = max(Int(width / (style.size * 0.55)), 1)
        var lines: [String] = []
        for word in text.split(separator: " ").flatMap({ pieces(of: $0, room) }) {
            if let last = lines.last, last.count + 1 + word.count <= room {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(word)
            }
        }
        return lines.isEmpty ? [""] : lines
    }

    private func pieces(of word: Substring, _ room: Int) -> [String] {
        stride(from: 0, to: word.count, by: room).map { String(word.dropFirst($0).prefix(room)) }
    }
}
