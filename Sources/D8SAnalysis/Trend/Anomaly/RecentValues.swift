/// The last so many values of a series, gaps among them, counted back from the newest.
struct RecentValues: Sendable {
    private var ring: [Double] = []
    private var next = 0
    private let capacity: Int

    init(capacity: Int) {
        self.capacity = max(1, capacity)
    }

    mutating func append(_ value: Double) {
        if ring.count < capacity {
            ring.append(value)
        } else {
            ring[next] = value
            next = next + 1 == capacity ? 0 : next + 1
        }
    }

    /// The value so many steps before the newest; nil if it is unknown.
    func value(before steps: Int) -> Double? {
        guard steps >= 0, steps < ring.count else { return nil }
        var index = next - 1 - steps
        if index < 0 { index += ring.count }
        return ring[index].isNaN ? nil : ring[index]
    }

    /// The newest value minus the one before it.
    var change: Double? {
        guard let newest = value(before: 0), let last = value(before: 1) else { return nil }
        return newest - last
    }

    /// The mean of the known ones among so many values that end `steps` before the newest.
    func mean(of length: Int, before steps: Int) -> Double? {
        var sum = 0.0
        var count = 0.0
        for step in steps..<(steps + length) {
            guard let value = value(before: step) else { continue }
            sum += value
            count += 1
        }
        return count > 0 ? sum / count : nil
    }

    /// The standard deviation of the last so many values; nil until there are that many and if
    /// half of them are unknown.
    func spread(of length: Int) -> Double? {
        guard ring.count >= length, let mean = mean(of: length, before: 0) else { return nil }
        var sum = 0.0
        var count = 0
        for step in 0..<length {
            guard let value = value(before: step) else { continue }
            sum += (value - mean) * (value - mean)
            count += 1
        }
        return count * 2 > length ? (sum / Double(count)).squareRoot() : nil
    }
}
