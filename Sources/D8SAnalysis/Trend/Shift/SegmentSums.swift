/// Running sums of a series, so that the misfit of a level or a line over any segment costs a few
/// operations.
struct SegmentSums {
    let values: [Double]
    private let sums: [Double]
    private let squares: [Double]
    /// Of index times value.
    private let moments: [Double]

    /// The values should lie around 0 (the sums of squares lose digits otherwise); none is NaN.
    init(_ values: [Double]) {
        self.values = values
        var sums = [0.0]
        var squares = [0.0]
        var moments = [0.0]
        sums.reserveCapacity(values.count + 1)
        squares.reserveCapacity(values.count + 1)
        moments.reserveCapacity(values.count + 1)
        var (sum, square, moment) = (0.0, 0.0, 0.0)
        for (index, value) in values.enumerated() {
            sum += value
            square += value * value
            moment += Double(index) * value
            sums.append(sum)
            squares.append(square)
            moments.append(moment)
        }
        self.sums = sums
        self.squares = squares
        self.moments = moments
    }

    func mean(_ first: Int, _ end: Int) -> Double {
        (sums[end] - sums[first]) / Double(end - first)
    }

    /// Squared distance from the mean.
    @inline(__always)
    func misfitOfLevel(_ first: Int, _ end: Int) -> Double {
        let sum = sums[end] - sums[first]
        return max(0, squares[end] - squares[first] - sum * sum / Double(end - first))
    }

    /// Rise per step of the least-squares line; 0 for a single value.
    func slope(_ first: Int, _ end: Int) -> Double {
        let length = Double(end - first)
        guard length > 1 else { return 0 }
        return product(first, end) / (length * (length * length - 1) / 12)
    }

    /// Squared distance from the least-squares line.
    @inline(__always)
    func misfitOfLine(_ first: Int, _ end: Int) -> Double {
        let length = Double(end - first)
        guard length > 2 else { return 0 }
        let product = product(first, end)
        let explained = product * product / (length * (length * length - 1) / 12)
        return max(0, misfitOfLevel(first, end) - explained)
    }

    /// Sum of squares.
    func square(_ first: Int, _ end: Int) -> Double {
        squares[end] - squares[first]
    }

    /// The split whose two parts explain most of the squares, and how much.
    ///
    /// The loop that all the time goes into: without bounds checks, squares left out since they are
    /// the same for every split.
    func mostExplained(
        _ shape: SegmentShape,
        _ first: Int,
        _ end: Int,
        by splits: StrideThrough<Int>
    ) -> (split: Int, squares: Double) {
        var best = (split: first, squares: -Double.infinity)
        sums.withUnsafeBufferPointer { sums in
            moments.withUnsafeBufferPointer { moments in
                func explained(_ first: Int, _ end: Int) -> Double {
                    let length = Double(end - first)
                    let sum = sums[end] - sums[first]
                    guard shape == .line else { return sum * sum / length }
                    let centre = Double(first + end - 1) / 2
                    let product = moments[end] - moments[first] - centre * sum
                    let moment = max(length * (length * length - 1), 1)
                    return (sum * sum + 12 * product * product * length / moment) / length
                }
                for split in splits {
                    let squares = explained(first, split) + explained(split, end)
                    if squares > best.squares { best = (split, squares) }
                }
            }
        }
        return best
    }

    @inline(__always)
    func misfit(_ shape: SegmentShape, _ first: Int, _ end: Int) -> Double {
        shape == .level ? misfitOfLevel(first, end) : misfitOfLine(first, end)
    }

    /// Sum of (index − mean index) · value.
    @inline(__always)
    private func product(_ first: Int, _ end: Int) -> Double {
        let centre = Double(first + end - 1) / 2
        return moments[end] - moments[first] - centre * (sums[end] - sums[first])
    }
}
