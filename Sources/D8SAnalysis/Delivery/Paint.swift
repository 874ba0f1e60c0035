/// The colours that a walk down the commit graph from two tips gives to commits.
///
/// A heap yields the highest number first; the walk is over when all that is left has both colours,
/// since whatever lies below has both as well.
struct Paint {
    struct Color: OptionSet {
        let rawValue: UInt8
        static let old = Color(rawValue: 1)
        static let new = Color(rawValue: 2)
        static let both: Color = [.old, .new]
    }

    private var colors: [Color] = []
    private var waiting: [Bool] = []
    private var touched: [Int32] = []
    private var heap: [Int32] = []
    /// How many waiting commits do not have both colours.
    private var undecided = 0

    /// Forgets the last walk.
    mutating func reset(count: Int) {
        if colors.count != count {
            colors = [Color](repeating: [], count: count)
            waiting = [Bool](repeating: false, count: count)
        } else {
            for number in touched {
                colors[Int(number)] = []
                waiting[Int(number)] = false
            }
        }
        touched.removeAll(keepingCapacity: true)
        heap.removeAll(keepingCapacity: true)
        undecided = 0
    }

    mutating func add(_ color: Color, to number: Int32) {
        let before = colors[Int(number)]
        let after = before.union(color)
        guard after != before else { return }
        if before.isEmpty { touched.append(number) }
        colors[Int(number)] = after
        if waiting[Int(number)] {
            if after == .both { undecided -= 1 }
        } else {
            waiting[Int(number)] = true
            if after != .both { undecided += 1 }
            push(number)
        }
    }

    /// The waiting commit with the highest number; nil if no undecided one is left.
    mutating func next() -> (Int32, Color)? {
        guard undecided > 0, let number = pop() else { return nil }
        waiting[Int(number)] = false
        if colors[Int(number)] != .both { undecided -= 1 }
        return (number, colors[Int(number)])
    }

    private mutating func push(_ number: Int32) {
        heap.append(number)
        var child = heap.count - 1
        while child > 0, heap[(child - 1) / 2] < heap[child] {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private mutating func pop() -> Int32? {
        guard let top = heap.first, let last = heap.popLast() else { return nil }
        guard !heap.isEmpty else { return top }
        heap[0] = last
        var parent = 0
        while true {
            var largest = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < heap.count && heap[child] > heap[largest] { largest = child }
            guard largest != parent else { return top }
            heap.swapAt(parent, largest)
            parent = largest
        }
    }
}
