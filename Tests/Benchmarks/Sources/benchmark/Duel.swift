/// D8S and a peer doing the same work in turn, so that the machine's mood falls on both.
struct Duel {
    var title: String
    var ours: Command
    var theirs: Command
    /// How many times less CPU we want to take.
    var aim: Double
    /// The most memory we want to take, in MiB; nil if there is no such aim.
    var memoryAim: Double?
    var rounds = 5

    /// The medians of all rounds after one that is not counted; nil if a command failed.
    func fight() -> Outcome? {
        guard ours.run() != nil, theirs.run() != nil else { return nil }
        var mine: [Cost] = []
        var peer: [Cost] = []
        for _ in 0..<rounds {
            guard let left = ours.run(), let right = theirs.run() else { return nil }
            mine.append(left)
            peer.append(right)
        }
        return Outcome(duel: self, ours: mine.median, theirs: peer.median)
    }

    struct Outcome {
        var duel: Duel
        var ours: Cost
        var theirs: Cost
    }
}

extension [Cost] {
    fileprivate var median: Cost {
        func middle(_ value: (Cost) -> Double) -> Double {
            map(value).sorted()[count / 2]
        }
        return Cost(cpu: middle(\.cpu), wall: middle(\.wall), memory: middle(\.memory))
    }
}
