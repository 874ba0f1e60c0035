/// Runs a program over a text: one pass, all ways at once.
struct RegexMachine {
    private typealias Captures = [Int]

    /// The ways that are open at a position, the preferred ones first.
    private struct Ways {
        var order: [(at: Int, captures: Captures)] = []
        /// For each instruction, the last position at which it was added, plus 1.
        var added: [Int]
    }

    private let program: RegexProgram
    private let text: [Unicode.Scalar]
    private let keepsCaptures: Bool
    /// Where the match begins; what comes before is there for anchors only.
    private var start = 0

    private init(program: RegexProgram, text: [Unicode.Scalar], keepsCaptures: Bool) {
        self.program = program
        self.text = text
        self.keepsCaptures = keepsCaptures
    }

    /// Where the groups are in the text, if all of it from `start` on matches: start and end of the
    /// whole, then of each group in scalars, -1 for one that took no part; nil if it does not match.
    static func captures(
        _ program: RegexProgram,
        in text: [Unicode.Scalar],
        from start: Int = 0
    ) -> [Int]? {
        guard (0...text.count).contains(start) else { return nil }
        var machine = RegexMachine(program: program, text: text, keepsCaptures: true)
        machine.start = start
        return machine.run()
    }

    static func matches(_ program: RegexProgram, _ text: [Unicode.Scalar]) -> Bool {
        RegexMachine(program: program, text: text, keepsCaptures: false).run() != nil
    }

    private func run() -> [Int]? {
        let size = keepsCaptures ? (program.captureNames.count + 1) * 2 : 0
        var ways = Ways(added: Array(repeating: 0, count: program.instructions.count))
        add(0, at: start, Array(repeating: -1, count: size), to: &ways)
        for position in start...text.count {
            var next = Ways(added: ways.added)
            for way in ways.order {
                switch program.instructions[way.at] {
                case .match: return finished(way.captures)
                case .set(let set) where position < text.count:
                    guard set.contains(text[position].value) else { continue }
                    add(way.at + 1, at: position + 1, way.captures, to: &next)
                default: continue
                }
            }
            if next.order.isEmpty { return nil }
            ways = next
        }
        return nil
    }

    private func finished(_ captures: Captures) -> Captures {
        guard keepsCaptures else { return [] }
        var result = captures
        result[0] = start
        result[1] = text.count
        return result
    }

    /// Follows the instructions that read nothing, without recursion: hostile patterns are deep.
    private func add(_ start: Int, at position: Int, _ captures: Captures, to ways: inout Ways) {
        var pending = [(at: start, captures: captures)]
        while let (at, captures) = pending.popLast() {
            guard ways.added[at] != position + 1 else { continue }
            ways.added[at] = position + 1
            switch program.instructions[at] {
            case .jump(let target): pending.append((target, captures))
            case .split(let first, let second):
                pending.append((second, captures))
                pending.append((first, captures))
            case .save(let number):
                var saved = captures
                if keepsCaptures { saved[number] = position }
                pending.append((at + 1, saved))
            case .anchor(let anchor):
                if holds(anchor, at: position) { pending.append((at + 1, captures)) }
            case .set, .match: ways.order.append((at, captures))
            }
        }
    }

    private func holds(_ anchor: RegexAnchor, at position: Int) -> Bool {
        switch anchor {
        case .textStart: position == 0
        case .textEnd: position == text.count
        case .lineStart: position == 0 || text[position - 1] == "\n"
        case .lineEnd: position == text.count || text[position] == "\n"
        case .wordBoundary: isWord(position - 1) != isWord(position)
        case .noWordBoundary: isWord(position - 1) == isWord(position)
        }
    }

    private func isWord(_ position: Int) -> Bool {
        text.indices.contains(position) && ScalarSet.words.contains(text[position].value)
    }
}
