extension ScalarSet {
    /// `[:alpha:]` and its like; nil for a name that is none.
    static func posix(_ name: String) -> ScalarSet? {
        switch name {
        case "alnum": ScalarSet([48...57, 65...90, 97...122])
        case "alpha": ScalarSet([65...90, 97...122])
        case "ascii": ScalarSet([0...127])
        case "blank": ScalarSet([9...9, 32...32])
        case "cntrl": ScalarSet([0...31, 127...127])
        case "digit": digits
        case "graph": ScalarSet([33...126])
        case "lower": ScalarSet([97...122])
        case "print": ScalarSet([32...126])
        case "punct": ScalarSet([33...47, 58...64, 91...96, 123...126])
        case "space": ScalarSet([9...13, 32...32])
        case "upper": ScalarSet([65...90])
        case "word": words
        case "xdigit": ScalarSet([48...57, 65...70, 97...102])
        default: nil
        }
    }

    /// The scalars of a Unicode category such as `L` or `Lu`; nil for other names.
    static func category(_ name: String) -> ScalarSet? {
        if name == "Any" { return all }
        guard let wanted = categories[name] else { return nil }
        var ranges: [ClosedRange<UInt32>] = []
        var start: UInt32?
        for value in 0...(last + 1) {
            let isIn = value <= last && isOf(wanted, value)
            if isIn, start == nil { start = value }
            if !isIn, let first = start {
                ranges.append(first...(value - 1))
                start = nil
            }
        }
        return ScalarSet(ranges)
    }

    private static func isOf(_ wanted: [Unicode.GeneralCategory], _ value: UInt32) -> Bool {
        Unicode.Scalar(value).map { wanted.contains($0.properties.generalCategory) } ?? false
    }

    private static let categories: [String: [Unicode.GeneralCategory]] = {
        let single: [String: Unicode.GeneralCategory] = [
            "Lu": .uppercaseLetter, "Ll": .lowercaseLetter, "Lt": .titlecaseLetter,
            "Lm": .modifierLetter, "Lo": .otherLetter, "Mn": .nonspacingMark,
            "Mc": .spacingMark, "Me": .enclosingMark, "Nd": .decimalNumber,
            "Nl": .letterNumber, "No": .otherNumber, "Pc": .connectorPunctuation,
            "Pd": .dashPunctuation, "Ps": .openPunctuation, "Pe": .closePunctuation,
            "Pi": .initialPunctuation, "Pf": .finalPunctuation, "Po": .otherPunctuation,
            "Sm": .mathSymbol, "Sc": .currencySymbol, "Sk": .modifierSymbol,
            "So": .otherSymbol, "Zs": .spaceSeparator, "Zl": .lineSeparator,
            "Zp": .paragraphSeparator, "Cc": .control, "Cf": .format, "Co": .privateUse,
            "Cs": .surrogate,
        ]
        var all: [String: [Unicode.GeneralCategory]] = [:]
        for (name, category) in single.sorted(by: { $0.key < $1.key }) {
            all[name] = [category]
            all[String(name.prefix(1)), default: []].append(category)
        }
        return all
    }()
}
