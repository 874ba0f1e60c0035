/// Sum, extremes and resets of consecutive values, worked out four at a time.
struct SamplePiece {
    private(set) var sum: Double
    private(set) var minimum: Double
    private(set) var maximum: Double
    /// What a counter had reached before each reset within these values.
    private(set) var lost: Double

    /// Works on 1 value or more; with NaN among them only the sum has a meaning.
    init(_ values: UnsafePointer<Double>, count: Int) {
        var sums = SIMD4<Double>.zero
        var least = SIMD4(repeating: values[0])
        var most = least
        var losses = SIMD4<Double>.zero
        let bytes = UnsafeRawPointer(values)
        var index = 1
        while index &+ 4 <= count {
            let four = bytes.loadUnaligned(fromByteOffset: index &* 8, as: SIMD4<Double>.self)
            let before = bytes.loadUnaligned(
                fromByteOffset: index &* 8 &- 8,
                as: SIMD4<Double>.self
            )
            sums += four
            least.replace(with: four, where: four .< least)
            most.replace(with: four, where: four .> most)
            losses += SIMD4.zero.replacing(with: before, where: four .< before)
            index &+= 4
        }
        sum = values[0] + ((sums[0] + sums[1]) + (sums[2] + sums[3]))
        lost = (losses[0] + losses[1]) + (losses[2] + losses[3])
        minimum = least.min()
        maximum = most.max()
        while index < count {
            sum += values[index]
            minimum = min(minimum, values[index])
            maximum = max(maximum, values[index])
            if values[index] < values[index &- 1] { lost += values[index &- 1] }
            index &+= 1
        }
    }
}
