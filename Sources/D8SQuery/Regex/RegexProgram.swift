/// A regular expression as instructions for a machine that runs in linear time
/// (Thompson 1968, Pike: see Russ Cox, "Regular Expression Matching: the Virtual Machine Approach").
struct RegexProgram: Hashable, Sendable {
    enum Instruction: Hashable, Sendable {
        case set(ScalarSet)
        case anchor(RegexAnchor)
        /// Goes on at both, the first one preferred.
        case split(Int, Int)
        case jump(Int)
        /// Notes the position under this number.
        case save(Int)
        case match
    }

    /// More instructions than that are refused.
    static let largest = 10_000

    private(set) var instructions: [Instruction] = []
    /// The names of the captured groups; nil for one without a name.
    let captureNames: [String?]

    /// A program that accepts only whole texts.
    init(_ node: RegexNode, captureNames: [String?]) {
        self.captureNames = captureNames
        add(node)
        instructions.append(.anchor(.textEnd))
        instructions.append(.match)
    }

    private mutating func add(_ node: RegexNode) {
        switch node {
        case .empty: return
        case .set(let set): instructions.append(.set(set))
        case .anchor(let anchor): instructions.append(.anchor(anchor))
        case .sequence(let parts): for part in parts { add(part) }
        case .alternatives(let parts): addAlternatives(parts[...])
        case .repetition(let inner, let least, let most, let isGreedy):
            addRepetition(inner, least, most, isGreedy)
        case .capture(let inner, let number):
            instructions.append(.save(number * 2))
            add(inner)
            instructions.append(.save(number * 2 + 1))
        }
    }

    private mutating func addAlternatives(_ parts: ArraySlice<RegexNode>) {
        var ends: [Int] = []
        for (number, part) in parts.enumerated() {
            guard number < parts.count - 1 else {
                add(part)
                break
            }
            let split = reserve()
            add(part)
            ends.append(reserve())
            instructions[split] = .split(split + 1, instructions.count)
        }
        for end in ends { instructions[end] = .jump(instructions.count) }
    }

    private mutating func addRepetition(
        _ inner: RegexNode,
        _ least: Int,
        _ most: Int?,
        _ isGreedy: Bool
    ) {
        for _ in 0..<least { add(inner) }
        guard let most else {
            let split = reserve()
            add(inner)
            instructions.append(.jump(split))
            setSplit(split, instructions.count, isGreedy)
            return
        }
        var splits: [Int] = []
        for _ in least..<max(least, most) {
            splits.append(reserve())
            add(inner)
        }
        for split in splits { setSplit(split, instructions.count, isGreedy) }
    }

    private mutating func setSplit(_ split: Int, _ end: Int, _ isGreedy: Bool) {
        instructions[split] = isGreedy ? .split(split + 1, end) : .split(end, split + 1)
    }

    private mutating func reserve() -> Int {
        instructions.append(.match)
        return instructions.count - 1
    }
}
