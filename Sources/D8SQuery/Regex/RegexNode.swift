/// A regular expression as a tree.
indirect enum RegexNode: Hashable, Sendable {
    case empty
    case set(ScalarSet)
    case anchor(RegexAnchor)
    case sequence([RegexNode])
    case alternatives([RegexNode])
    case repetition(RegexNode, least: Int, most: Int?, isGreedy: Bool)
    /// A group that is captured under its number, from 1.
    case capture(RegexNode, Int)

    /// How many instructions it takes, at most a little more.
    var size: Int {
        switch self {
        case .empty: return 1
        case .set, .anchor: return 1
        case .sequence(let parts), .alternatives(let parts):
            return parts.reduce(1) { $0.clampedAdding($1.size).clampedAdding(2) }
        case .repetition(let inner, let least, let most, _):
            let times = max(1, most ?? least + 1)
            return inner.size.clampedAdding(2).clampedTimes(times)
        case .capture(let inner, _): return inner.size.clampedAdding(2)
        }
    }
}

/// A place without width.
enum RegexAnchor: Hashable, Sendable {
    case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary
}

extension Int {
    fileprivate func clampedAdding(_ other: Int) -> Int {
        let (sum, isTooMuch) = addingReportingOverflow(other)
        return isTooMuch ? .max : sum
    }

    fileprivate func clampedTimes(_ other: Int) -> Int {
        let (product, isTooMuch) = multipliedReportingOverflow(by: other)
        return isTooMuch ? .max : product
    }
}
