/// Reads a regular expression in the syntax of RE2.
struct RegexParser {
    /// More repetitions than that are refused, as RE2 does.
    static let mostRepetitions = 1000
    private static let deepest = 200

    /// What `(?ims)` and `(?U)` switch.
    struct Flags {
        var ignoresCase = false
        var dotIsAny = true
        var isMultiline = false
        var isLazy = false
    }

    let pattern: String
    let scalars: [Unicode.Scalar]
    var position = 0
    var flags = Flags()
    private(set) var captureNames: [String?] = []
    private var depth = 0

    init(_ pattern: String) {
        self.pattern = pattern
        scalars = Array(pattern.unicodeScalars)
    }

    mutating func whole() throws(RegexFault) -> RegexNode {
        let node = try alternatives()
        if peek() != nil { throw fault("unexpected )") }
        return node
    }

    private mutating func alternatives() throws(RegexFault) -> RegexNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw fault("expression nests too deeply") }
        var branches = [try sequence()]
        while take("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .alternatives(branches)
    }

    private mutating func sequence() throws(RegexFault) -> RegexNode {
        var parts: [RegexNode] = []
        while let next = peek(), next != "|", next != ")" {
            let start = position
            guard let atom = try atom() else { continue }
            parts.append(try repeated(atom, from: start))
        }
        return parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .sequence(parts)
    }

    /// One thing that can be repeated; nil after a switch of flags.
    private mutating func atom() throws(RegexFault) -> RegexNode? {
        guard let next = peek() else { return .empty }
        position += 1
        switch next {
        case ".": return .set(flags.dotIsAny ? .all : .notNewline)
        case "^": return .anchor(flags.isMultiline ? .lineStart : .textStart)
        case "$": return .anchor(flags.isMultiline ? .lineEnd : .textEnd)
        case "[": return .set(try bracketed())
        case "(": return try group()
        case "\\": return try escaped()
        case "*", "+", "?":
            position -= 1
            throw fault("missing argument to repetition operator: \(next)")
        default: return .set(folded(ScalarSet(next)))
        }
    }

    private mutating func group() throws(RegexFault) -> RegexNode? {
        let outer = flags
        guard take("?") else { return try captured(nil, outer) }
        if take("P<") || take("<") { return try captured(try name(), outer) }
        if peek() == "P" { throw fault("invalid named capture") }
        guard try switchFlags() else { return nil }
        let inner = try alternatives()
        try close(outer)
        return inner
    }

    private mutating func captured(
        _ name: String?,
        _ outer: Flags
    ) throws(RegexFault) -> RegexNode {
        captureNames.append(name)
        let number = captureNames.count
        let inner = try alternatives()
        try close(outer)
        return .capture(inner, number)
    }

    private mutating func close(_ outer: Flags) throws(RegexFault) {
        guard take(")") else { throw fault("missing closing )") }
        flags = outer
    }

    private mutating func name() throws(RegexFault) -> String {
        let start = position
        while let next = peek(), ScalarSet.words.contains(next.value) { position += 1 }
        let name = text(start..<position)
        guard !name.isEmpty, take(">") else { throw fault("invalid named capture") }
        return name
    }

    /// Whether a group follows (`(?i:`) rather than the rest of the one around (`(?i)`).
    private mutating func switchFlags() throws(RegexFault) -> Bool {
        var isOn = true
        while let next = peek() {
            position += 1
            switch next {
            case "i": flags.ignoresCase = isOn
            case "s": flags.dotIsAny = isOn
            case "m": flags.isMultiline = isOn
            case "U": flags.isLazy = isOn
            case "-" where isOn: isOn = false
            case ":": return true
            case ")": return false
            default:
                position -= 1
                throw fault("invalid or unsupported Perl syntax")
            }
        }
        throw fault("missing closing )")
    }

    // MARK: Taking scalars

    func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
        position + ahead < scalars.count ? scalars[position + ahead] : nil
    }

    mutating func take(_ text: String) -> Bool {
        guard scalars[position...].starts(with: text.unicodeScalars) else { return false }
        position += text.unicodeScalars.count
        return true
    }

    func text(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }

    func folded(_ set: ScalarSet) -> ScalarSet { flags.ignoresCase ? set.foldingCase : set }

    func fault(_ reason: String) -> RegexFault {
        RegexFault(pattern: pattern, position: position + 1, reason: reason)
    }
}
