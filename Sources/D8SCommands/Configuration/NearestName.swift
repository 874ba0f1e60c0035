/// Finds the name that somebody probably meant.
enum NearestName {
    /// The known name with the fewest edits from `name`, if they are few enough to be a slip.
    static func of(_ name: String, among known: [String]) -> String? {
        let distances = known.map { (name: $0, edits: edits(Array(name.utf8), Array($0.utf8))) }
        let best = distances.min { ($0.edits, $0.name) < ($1.edits, $1.name) }
        guard let best, best.edits <= max(1, min(name.utf8.count, 100) / 3) else { return nil }
        return best.name
    }

    /// Levenshtein's distance; long names are cut, since nobody mistypes a hundred letters.
    private static func edits(_ left: [UInt8], _ right: [UInt8]) -> Int {
        let left = left.prefix(100), right = Array(right.prefix(100))
        var row = Array(0...right.count)
        for (index, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let cost = diagonal + (right[column] == byte ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(cost, diagonal + 1, row[column] + 1)
            }
        }
        return row[right.count]
    }
}
