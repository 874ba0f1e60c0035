/// Positions of which the largest comes out first (a binary heap).
struct PositionQueue: Sendable {
    private var heap: [Int32] = []

    mutating func insert(_ position: Int32) {
        heap.append(position)
        var child = heap.count - 1
        while child > 0, heap[(child - 1) / 2] < heap[child] {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func removeLargest() -> Int32? {
        guard let largest = heap.first, let last = heap.popLast() else { return nil }
        guard !heap.isEmpty else { return largest }
        heap[0] = last
        var parent = 0
        while true {
            let left = 2 * parent + 1
            guard left < heap.count else { return largest }
            let right = left + 1
            let child = right < heap.count && heap[right] > heap[left] ? right : left
            guard heap[child] > heap[parent] else { return largest }
            heap.swapAt(child, parent)
            parent = child
        }
    }
}
