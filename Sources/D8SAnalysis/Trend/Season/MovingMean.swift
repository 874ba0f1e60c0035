/// Means over neighbouring values.
enum MovingMean {
    /// The mean of every run of `window` neighbours among the first `count` values.
    ///
    /// Both buffers hold at least `count` values.
    static func of(
        _ values: UnsafePointer<Double>,
        _ count: Int,
        window: Int,
        into means: UnsafeMutablePointer<Double>
    ) {
        guard window > 0, count >= window else { return }
        let length = Double(window)
        var sum = 0.0
        for index in 0..<window { sum += values[index] }
        means[0] = sum / length
        for index in 1..<max(1, count - window + 1) {
            sum += values[index + window - 1] - values[index - 1]
            means[index] = sum / length
        }
    }
}
