import Foundation

/// D8S and a peer doing the same work in turn, so that the machine's mood falls on both.
struct Duel {
    var title: String
    var ours: Command
    var theirs: Command
    /// How many times less CPU we want to take.
    var aim: Double
    /// The most memory we want to take, in MiB; nil if there is no such aim.
    var memoryAim: Double?
    /// A file whose last line the peer makes `cpu SECONDS`, the time of its work alone.
    ///
    /// That leaves out the start of its language, and is the figure to beat.
    var peerReport: String?
    /// The same of ours, where a command does more than is to be compared.
    var ourReport: String?
    var rounds = 5

    /// The medians of all rounds, after one that is not counted where there are several; nil if a
    /// command failed.
    func fight() -> Outcome? {
        if rounds > 1 {
            guard ours.run() != nil, theirs.run() != nil else { return nil }
        }
        var mine: [Cost] = []
        var peer: [Cost] = []
        var own: [Double?] = []
        var ourOwn: [Double?] = []
        for _ in 0..<rounds {
            guard let left = ours.run(), let right = theirs.run() else { return nil }
            mine.append(left)
            peer.append(right)
            own.append(Self.reported(peerReport))
            ourOwn.append(Self.reported(ourReport))
        }
        return Outcome(
            duel: self,
            ours: mine.median,
            theirs: peer.median,
            own: own.compactMap(\.self).sorted().dropFirst(rounds / 2).first,
            ourOwn: ourOwn.compactMap(\.self).sorted().dropFirst(rounds / 2).first
        )
    }

    private static func reported(_ file: String?) -> Double? {
        guard let file, let text = try? String(contentsOfFile: file, encoding: .utf8),
            let line = text.split(separator: "\n").last, line.hasPrefix("cpu ")
        else { return nil }
        return Double(line.dropFirst(4))
    }

    struct Outcome {
        var duel: Duel
        var ours: Cost
        var theirs: Cost
        /// CPU seconds that the peer reports of its work alone.
        var own: Double?
        /// The same of ours.
        var ourOwn: Double?
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
