import D8SModel

/// The commit graph of a service as numbers, for questions of who contains whom.
///
/// Commits are renumbered so that parents come before children and, as far as that allows, older
/// before newer; a walk then goes from high numbers to low ones and ends soon. A graph with a cycle
/// (no git repository has one) gives some answer, and ends.
struct Ancestry {
    /// How one revision relates to another.
    struct Relation {
        /// Commits reachable from the new revision only, by position in the graph.
        var gained: [Int] = []
        /// Whether the old revision reaches a commit that the new one does not.
        var loses = false
    }

    private let numbers: [String: Int32]
    /// Position in the graph of each number.
    private let positions: [Int32]
    private let parentStarts: [Int32]
    private let parents: [Int32]

    /// Nil if nothing is known of any parent, so that nobody's ancestors can be told.
    init?(_ graph: CommitGraph, committed: [Int64]) {
        let count = min(graph.revisions.count, graph.parents.count, committed.count)
        guard count > 0, count == 1 || graph.parents.contains(where: { !$0.isEmpty }) else {
            return nil
        }
        var places: [String: Int32] = Dictionary(minimumCapacity: count)
        for position in 0..<count where places[graph.revisions[position]] == nil {
            places[graph.revisions[position]] = Int32(position)
        }
        let known = graph.parents.prefix(count).map { $0.compactMap { places[$0] } }
        let order = Self.parentsFirst(known, committed)
        var numberOf = [Int32](repeating: 0, count: count)
        for (number, position) in order.enumerated() { numberOf[Int(position)] = Int32(number) }
        positions = order
        numbers = places.mapValues { numberOf[Int($0)] }
        var starts: [Int32] = [0]
        var flat: [Int32] = []
        for position in order {
            for parent in known[Int(position)] { flat.append(numberOf[Int(parent)]) }
            starts.append(Int32(flat.count))
        }
        parentStarts = starts
        parents = flat
    }

    /// The commit's number; nil if the graph does not hold it.
    func number(of revision: String?) -> Int32? {
        revision.flatMap { numbers[$0] }
    }

    /// What `new` has that `old` has not, and the other way round.
    func relation(from old: Int32, to new: Int32, _ paint: inout Paint) -> Relation {
        var relation = Relation()
        guard old != new else { return relation }
        paint.reset(count: positions.count)
        paint.add(.old, to: old)
        paint.add(.new, to: new)
        while let (number, color) = paint.next() {
            if color == .new { relation.gained.append(Int(positions[Int(number)])) }
            if color == .old { relation.loses = true }
            for parent in parents(of: number) { paint.add(color, to: parent) }
        }
        return relation
    }

    /// Visits the commits reachable from `tip` that no earlier visit saw, by position.
    func visitUnseen(from tip: Int32, _ seen: inout [Bool], _ visit: (Int) -> Void) {
        if seen.isEmpty { seen = [Bool](repeating: false, count: positions.count) }
        guard !seen[Int(tip)] else { return }
        seen[Int(tip)] = true
        var open = [tip]
        while let number = open.popLast() {
            visit(Int(positions[Int(number)]))
            for parent in parents(of: number) where !seen[Int(parent)] {
                seen[Int(parent)] = true
                open.append(parent)
            }
        }
    }

    private func parents(of number: Int32) -> ArraySlice<Int32> {
        parents[Int(parentStarts[Int(number)])..<Int(parentStarts[Int(number) + 1])]
    }

    /// Positions in an order in which parents come first: by commit time, each after its parents.
    private static func parentsFirst(_ parents: [[Int32]], _ committed: [Int64]) -> [Int32] {
        let byTime = parents.indices.sorted {
            (committed[$0], $0) < (committed[$1], $1)
        }
        var entered = [Bool](repeating: false, count: parents.count)
        var order: [Int32] = []
        order.reserveCapacity(parents.count)
        var open: [(position: Int32, next: Int)] = []
        for start in byTime where !entered[start] {
            entered[start] = true
            open.append((Int32(start), 0))
            while let (position, next) = open.last {
                let ancestors = parents[Int(position)]
                guard next < ancestors.count else {
                    order.append(position)
                    open.removeLast()
                    continue
                }
                open[open.count - 1].next += 1
                let parent = Int(ancestors[next])
                guard !entered[parent] else { continue }
                entered[parent] = true
                open.append((Int32(parent), 0))
            }
        }
        return order
    }
}
