/// A regular expression that has to match the whole value of a label, as in Prometheus.
///
/// The common ones (a text, one of several, with `.*` or `.+` around it) are compared as bytes.
struct LabelPattern: Sendable {
    private enum Plan: Sendable {
        case texts(Set<[UInt8]>)
        /// `prefix.*suffix` with at least so many bytes between them.
        case around(prefix: [UInt8], between: Int, suffix: [UInt8])
        case containing([UInt8])
        case program(RegexProgram)
    }

    private let plan: Plan

    init(_ pattern: String) throws(RegexFault) {
        var parser = RegexParser(pattern)
        let node = try parser.whole()
        guard node.size <= RegexProgram.largest else {
            throw RegexFault(pattern: pattern, position: 1, reason: "expression is too large")
        }
        plan = Self.plan(node, parser.captureNames)
    }

    /// Whether the value, in UTF-8, matches.
    func matches(_ value: some Collection<UInt8>) -> Bool {
        switch plan {
        case .texts(let texts): texts.contains(Array(value))
        case .around(let prefix, let between, let suffix):
            value.count >= prefix.count + between + suffix.count && value.starts(with: prefix)
                && value.dropFirst(value.count - suffix.count).elementsEqual(suffix)
        case .containing(let part): Self.contains(Array(value), part)
        case .program(let program):
            RegexMachine.matches(
                program,
                Array(String(decoding: value, as: UTF8.self).unicodeScalars)
            )
        }
    }

    private static func plan(_ node: RegexNode, _ names: [String?]) -> Plan {
        if let texts = node.texts { return .texts(Set(texts)) }
        return around(node) ?? .program(RegexProgram(node, captureNames: names))
    }

    private static func around(_ node: RegexNode) -> Plan? {
        let parts = node.parts
        let wild = parts.indices.filter { parts[$0].wildcard != nil }
        if wild.count == 2, parts.count > 2, wild == [0, parts.count - 1],
            parts[0].wildcard == 0, parts[parts.count - 1].wildcard == 0,
            let text = text(parts[1..<(parts.count - 1)])
        {
            return .containing(text)
        }
        guard wild.count == 1, let place = wild.first, let least = parts[place].wildcard,
            let prefix = text(parts[..<place]), let suffix = text(parts[(place + 1)...])
        else { return nil }
        return .around(prefix: prefix, between: least, suffix: suffix)
    }

    private static func text(_ parts: ArraySlice<RegexNode>) -> [UInt8]? {
        let texts = RegexNode.sequence(Array(parts)).texts
        return texts?.count == 1 ? texts?.first : nil
    }

    private static func contains(_ value: [UInt8], _ part: [UInt8]) -> Bool {
        guard value.count >= part.count else { return false }
        return (0...(value.count - part.count)).contains { start in
            value[start...].starts(with: part)
        }
    }
}

extension RegexNode {
    /// How many scalars `.*` (0) or `.+` (1) takes at least; nil for anything else.
    fileprivate var wildcard: Int? {
        guard case .repetition(.set(let set), let least, nil, _) = self, set == .all, least < 2
        else { return nil }
        return least
    }

    fileprivate var parts: [RegexNode] {
        guard case .sequence(let parts) = self else { return [self] }
        return parts.flatMap(\.parts)
    }

    /// The texts that match, if they are few.
    fileprivate var texts: [[UInt8]]? {
        switch self {
        case .empty: return [[]]
        case .set(let set):
            guard let value = set.single.flatMap(Unicode.Scalar.init) else { return nil }
            return [Array(String(Character(value)).utf8)]
        case .capture(let inner, _): return inner.texts
        case .alternatives(let parts):
            return parts.reduce(into: [[UInt8]]?([])) { all, part in
                guard let texts = part.texts, let before = all else { return all = nil }
                all = before + texts
            }
        case .sequence(let parts):
            return parts.reduce(into: [[UInt8]]?([[]])) { all, part in
                guard let ends = part.texts, let starts = all, starts.count * ends.count <= 256
                else { return all = nil }
                all = starts.flatMap { start in ends.map { start + $0 } }
            }
        case .anchor, .repetition: return nil
        }
    }
}
