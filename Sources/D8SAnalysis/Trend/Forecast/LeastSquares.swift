/// The least squares solution of a regression on lags, by Cholesky.
struct LeastSquares: Sendable {
    let coefficients: [Double]

    /// Regresses each of the first `count` values less `mean` on those `lags` steps before; nil if
    /// the lags do not determine them.
    ///
    /// A ridge of a millionth of the variance keeps lags apart that say the same.
    init?(lags: [Int], in values: UnsafeBufferPointer<Double>, _ count: Int, mean: Double) {
        guard let longest = lags.max(), count > longest else { return nil }
        let size = lags.count
        var matrix = Array(repeating: 0.0, count: size * size)
        var right = Array(repeating: 0.0, count: size)
        var row = right
        for index in longest..<count {
            let value = values[index] - mean
            for term in 0..<size { row[term] = values[index - lags[term]] - mean }
            for term in 0..<size {
                right[term] += row[term] * value
                for other in 0...term { matrix[term * size + other] += row[term] * row[other] }
            }
        }
        for term in 0..<size { matrix[term * size + term] *= 1 + 1e-6 }
        guard Self.solve(&matrix, &right) else { return nil }
        coefficients = right
    }

    /// Replaces the right side by the solution; false if the matrix is not positive definite.
    private static func solve(_ matrix: inout [Double], _ right: inout [Double]) -> Bool {
        let size = right.count
        for column in 0..<size {
            for row in column..<size {
                var sum = matrix[row * size + column]
                for inner in 0..<column {
                    sum -= matrix[row * size + inner] * matrix[column * size + inner]
                }
                if row == column {
                    guard sum > 0 else { return false }
                    matrix[row * size + row] = sum.squareRoot()
                } else {
                    matrix[row * size + column] = sum / matrix[column * size + column]
                }
            }
        }
        for row in 0..<size {
            for inner in 0..<row { right[row] -= matrix[row * size + inner] * right[inner] }
            right[row] /= matrix[row * size + row]
        }
        for row in (0..<size).reversed() {
            for inner in row + 1..<max(size, row + 1) {
                right[row] -= matrix[inner * size + row] * right[inner]
            }
            right[row] /= matrix[row * size + row]
        }
        return true
    }
}
