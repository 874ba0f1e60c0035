/// What the reader of an answer has to know, each thing once.
struct Notes {
    private(set) var warnings: Set<String> = []
    private(set) var infos: Set<String> = []
    let text: String

    init(text: String) { self.text = text }

    /// Notes that the answer may be wrong, at the place of an expression.
    mutating func warn(_ reason: String, at place: Range<Int>) {
        warnings.insert("PromQL warning: \(reason) (\(position(place)))")
    }

    mutating func inform(_ reason: String, at place: Range<Int>) {
        infos.insert("PromQL info: \(reason) (\(position(place)))")
    }

    /// Notes something that no place of the expression is to blame for.
    mutating func warn(_ reason: String) { warnings.insert(reason) }

    private func position(_ place: Range<Int>) -> String {
        let (line, column) = TextPlace.lineAndColumn(of: place.lowerBound, in: text)
        return "\(line):\(column)"
    }
}
