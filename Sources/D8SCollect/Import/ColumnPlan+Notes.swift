extension ColumnPlan {
    /// Sentences about the columns of the file that no record takes its values from.
    var notes: [String] {
        let unused = header.indices.filter { !isUsed($0) && !header[$0].isEmpty }.map { header[$0] }
        guard !unused.isEmpty else { return [] }
        let likely = unused.compactMap { name in nearest(to: name).map { (name, $0) } }
        return ["Columns not used: \(unused.map(\.abridged).joined(separator: ", "))."]
            + likely.map { "Column \($0.abridged) is not known: is it \($1)?" }
    }

    private func isUsed(_ index: Int) -> Bool {
        (origins + filters.map(\.origin)).contains {
            if case .field(let used) = $0 { used == index } else { false }
        }
    }

    /// The column without a value whose name is one or two letters away.
    private func nearest(to name: String) -> String? {
        let free = kind.filter {
            switch origin(of: $0.field) {
            case .field: false
            case .constant, .absent: true
            }
        }
        let key = Array(ImportColumn.key(of: name).utf8)
        return free.first { column in
            ([column.name] + column.aliases).contains {
                let wanted = Array(ImportColumn.key(of: $0).utf8)
                return wanted.count > 3 && editDistance(key, wanted) <= (wanted.count > 5 ? 2 : 1)
            }
        }?.name
    }
}

extension String {
    /// The text cut to what fits into a sentence, without characters that break a line.
    var abridged: String {
        let plain = unicodeScalars.prefix(80).map { $0.isHarmless ? String($0) : "\u{FFFD}" }
        return plain.joined() + (unicodeScalars.count > 80 ? "…" : "")
    }
}

extension Unicode.Scalar {
    /// False for controls and for marks that turn or hide the text around them.
    fileprivate var isHarmless: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}

/// How many letters are to be added, removed or replaced (Levenshtein 1966); for short names only.
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    guard abs(left.count - right.count) <= 2 else { return 3 }
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
        var diagonal = row[0]
        row[0] = index + 1
        for column in right.indices {
            let replaced = diagonal + (letter == right[column] ? 0 : 1)
            diagonal = row[column + 1]
            row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
        }
    }
    return row[right.count]
}
