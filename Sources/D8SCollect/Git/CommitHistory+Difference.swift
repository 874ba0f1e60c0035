extension CommitHistory {
    /// How many commits only one of two commits holds, each counting itself.
    ///
    /// Children come after their parents, so that going through positions from the largest down a
    /// commit is met when all is known about who holds it; the walk ends as soon as only common
    /// commits are left. Costs about as much as the two histories differ.
    func difference(from previous: Int, to next: Int) -> (added: Int, lost: Int) {
        var sides: [Int32: UInt8] = [:]
        var queue = PositionQueue()
        var unshared = 0
        var counts = (added: 0, lost: 0)

        func mark(_ position: Int32, _ side: UInt8) {
            guard let known = sides[position] else {
                sides[position] = side
                queue.insert(position)
                if side != 3 { unshared += 1 }
                return
            }
            if known != 3, known | side == 3 { unshared -= 1 }
            sides[position] = known | side
        }

        mark(Int32(previous), 1)
        mark(Int32(next), 2)
        while unshared > 0, let position = queue.removeLargest() {
            let side = sides.removeValue(forKey: position) ?? 3
            if side != 3 { unshared -= 1 }
            if side == 1 { counts.lost += 1 }
            if side == 2 { counts.added += 1 }
            for parent in parents(of: Int(position)) { mark(parent, side) }
        }
        return counts
    }
}
