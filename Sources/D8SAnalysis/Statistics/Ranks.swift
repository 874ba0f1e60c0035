/// Places in the order of size; equal values share the mean of their places.
enum Ranks {
    /// Twice the mid-rank of each value, counted from 1, so that they are whole.
    ///
    /// Values must not hold a NaN.
    static func doubled(_ values: [Double]) -> [Int] {
        var sorted = values
        var order = (0..<Int32(truncatingIfNeeded: values.count)).map(\.self)
        _ = KendallScore.sort(&sorted, &order)
        var ranks = [Int](repeating: 0, count: values.count)
        var start = 0
        while start < sorted.count {
            var end = start + 1
            while end < sorted.count, sorted[end] == sorted[start] { end += 1 }
            for place in start..<end { ranks[Int(order[place])] = start + 1 + end }
            start = end
        }
        return ranks
    }
}
