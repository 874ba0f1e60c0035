/// Breaks a text into lines of a width: at spaces, inside a word only if the word alone is too
/// wide.
///
/// Each word is measured once and a line's width is the sum of its words' and spaces', so that a
/// long text costs no more than its length.
struct LineBreaker {
    let width: Double
    let measure: (String) -> Double

    init(width: Double, measure: @escaping (String) -> Double) {
        self.width = max(width, 1)
        self.measure = measure
    }

    /// The lines, never empty; each without spaces at its ends.
    func lines(of text: String) -> [String] {
        let clean = text.cleanedForDrawing(limit: 20_000)
        let space = measure(" ")
        var lines: [String] = [], line = "", used = 0.0
        for word in clean.split(separator: " ").flatMap({ pieces(of: String($0)) }) {
            let needed = measure(word)
            if line.isEmpty {
                (line, used) = (word, needed)
            } else if used + space + needed <= width {
                line += " " + word
                used += space + needed
            } else {
                lines.append(line)
                (line, used) = (word, needed)
            }
        }
        return lines + (line.isEmpty && !lines.isEmpty ? [] : [line])
    }

    /// The word itself, or the parts of it that fit where it does not.
    private func pieces(of word: String) -> [String] {
        guard measure(word) > width else { return [word] }
        var pieces: [String] = [], piece = "", used = 0.0
        for character in word {
            let needed = measure(String(character))
            if used + needed > width, !piece.isEmpty {
                pieces.append(piece)
                (piece, used) = ("", 0)
            }
            piece.append(character)
            used += needed
        }
        return pieces + [piece]
    }
}
