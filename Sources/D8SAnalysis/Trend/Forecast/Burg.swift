import Foundation

/// Burg's estimate of an autoregression (1975, "Maximum entropy spectral analysis"), as R's
/// `ar.burg`, of the order with the least criterion.
struct Burg: Sendable {
    /// What an order has to be worth.
    enum Criterion: Sendable {
        /// AICc (Hurvich & Tsai 1989): the best forecast.
        case forecast
        /// Schwarz 1978: no order that is not there.
        case order

        func value(_ variance: Double, _ count: Int, _ order: Int) -> Double {
            let size = Double(order + 2)
            let left = Double(count) - size - 1
            guard left > 0 else { return .infinity }
            let fit = Double(count) * log(variance)
            return switch self {
            case .forecast: fit + 2 * size + 2 * size * (size + 1) / left
            case .order: fit + size * log(Double(count))
            }
        }
    }

    private(set) var coefficients: [Double] = []
    /// Those of the highest order that was tried.
    private(set) var all: [Double] = []
    /// The variance of the errors.
    private(set) var variance: Double

    /// `values` have mean zero.
    init(_ values: [Double], highest: Int, least criterion: Criterion = .forecast) {
        let count = values.count
        variance = count > 0 ? values.reduce(0) { $0 + $1 * $1 } / Double(count) : 0
        guard variance > 0 else { return }
        var best = criterion.value(variance, count, 0)
        var (forward, backward) = (values, values)
        var current: [Double] = []
        var left = variance
        for order in 1...max(1, highest) where highest > 0 && order < count {
            var (product, squares) = (0.0, 0.0)
            for index in order..<count {
                product += forward[index] * backward[index - 1]
                squares +=
                    forward[index] * forward[index] + backward[index - 1] * backward[index - 1]
            }
            guard squares > 0 else { break }
            let reflection = 2 * product / squares
            current = current.indices.map { current[$0] - reflection * current[order - 2 - $0] }
            current.append(reflection)
            for index in stride(from: count - 1, through: order, by: -1) {
                let old = forward[index]
                forward[index] = old - reflection * backward[index - 1]
                backward[index] = backward[index - 1] - reflection * old
            }
            all = current
            left *= 1 - reflection * reflection
            guard left > 0 else { break }
            let value = criterion.value(left, count, order)
            if value < best { (best, coefficients, variance) = (value, current, left) }
        }
    }
}
