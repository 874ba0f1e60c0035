internal import D8SModel

/// Functions that give a vector an order; it counts at an instant only.
extension Evaluator {
    mutating func sorted(
        _ call: FunctionCall,
        _ steps: Steps,
        isDescending: Bool
    ) throws(QueryError) -> StepVector {
        let vector = try argument(call, 0, steps)
        guard steps.count == 1 else { return vector }
        let columns = vector.columns.sorted { left, right in
            guard let first = left.values.first, let second = right.values.first else {
                return left.series < right.series
            }
            if first.isNaN || second.isNaN {
                return first.isNaN == second.isNaN ? left.series < right.series : second.isNaN
            }
            if first == second { return left.series < right.series }
            return isDescending ? first > second : first < second
        }
        return StepVector(columns: columns, isOrdered: true)
    }

    mutating func sortedByLabel(
        _ call: FunctionCall,
        _ steps: Steps,
        isDescending: Bool
    ) throws(QueryError) -> StepVector {
        var labels: [String] = []
        for argument in call.arguments.dropFirst() { labels.append(try text(argument).repaired) }
        let vector = try argument(call, 0, steps)
        guard steps.count == 1 else { return vector }
        let columns = vector.columns.sorted { left, right in
            let order = Self.compare(left.series, right.series, by: labels)
            return isDescending ? order > 0 : order < 0
        }
        return StepVector(columns: columns, isOrdered: true)
    }

    /// Negative if the first comes first.
    private static func compare(_ left: Series, _ right: Series, by labels: [String]) -> Int {
        for label in labels {
            let order = NaturalOrder.compare(left.text(of: label), right.text(of: label))
            if order != 0 { return order }
        }
        return left < right ? -1 : right < left ? 1 : 0
    }
}

/// The order in which people expect texts with numbers: `cpu2` before `cpu10`.
enum NaturalOrder {
    /// Negative if the first comes first, 0 if they are the same.
    static func compare(_ left: String, _ right: String) -> Int {
        let left = chunks(left)
        let right = chunks(right)
        for (first, second) in zip(left, right) where first != second {
            if let one = first.number, let other = second.number, one != other {
                return one < other ? -1 : 1
            }
            return first.bytes.lexicographicallyPrecedes(second.bytes) ? -1 : 1
        }
        return left.count - right.count
    }

    private struct Chunk: Equatable {
        let bytes: [UInt8]
        let isDigits: Bool
        var number: UInt64? {
            isDigits ? UInt64(String(decoding: bytes, as: UTF8.self)) ?? .max : nil
        }
    }

    private static func chunks(_ text: String) -> [Chunk] {
        var chunks: [Chunk] = []
        var rest = Array(text.utf8)[...]
        while let first = rest.first {
            let isDigits = Lexer.isDigit(first)
            let part = rest.prefix { Lexer.isDigit($0) == isDigits }
            chunks.append(Chunk(bytes: Array(part), isDigits: isDigits))
            rest = rest.dropFirst(part.count)
        }
        return chunks
    }
}
