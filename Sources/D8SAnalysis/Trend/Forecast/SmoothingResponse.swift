import Foundation

/// The errors of a smoothing model without a season as a linear function of its first level and
/// slope, so that these follow from the smoothing parameters by least squares.
struct SmoothingResponse: Sendable {
    /// Errors from a start at nothing, and what a first level and slope of one take from them.
    private var errors: [Double]
    private var ofLevel: [Double]
    private var ofSlope: [Double]

    init(count: Int) {
        errors = Array(repeating: 0, count: count)
        ofLevel = errors
        ofSlope = errors
    }

    /// The best first level and slope.
    mutating func start(
        _ values: UnsafeBufferPointer<Double>,
        _ count: Int,
        _ weights: SmoothingWeights,
        _ hasSlope: Bool
    ) -> (level: Double, slope: Double) {
        hasSlope ? trended(values, count, weights) : level(values, count, weights)
    }

    /// −2 times the log likelihood with the best start.
    mutating func deviance(
        _ values: UnsafeBufferPointer<Double>,
        _ count: Int,
        _ weights: SmoothingWeights,
        _ form: SmoothingForm
    ) -> Double {
        let start = start(values, count, weights, form.trend != .none)
        var sum = SmoothingState.Errors()
        var logs = 1.0
        let hasSlope = form.trend != .none
        for index in 0..<count {
            let value = values[index]
            if value.isNaN { continue }
            var error = errors[index] - start.level * ofLevel[index]
            if hasSlope { error -= start.slope * ofSlope[index] }
            sum.count += 1
            guard form.isRelative else {
                sum.squares += error * error
                continue
            }
            let expected = value - error
            if expected <= 0 { return .infinity }
            sum.squares += error / expected * (error / expected)
            logs *= expected
            if logs > 1e200 || logs < 1e-200 {
                sum.logarithms += log(logs)
                logs = 1
            }
        }
        sum.logarithms += log(logs)
        return sum.deviance
    }

    private mutating func level(
        _ values: UnsafeBufferPointer<Double>,
        _ count: Int,
        _ weights: SmoothingWeights
    ) -> (Double, Double) {
        var (level, unit, product, square) = (0.0, 1.0, 0.0, 0.0)
        for index in 0..<count {
            let value = values[index]
            if value.isNaN { continue }
            let error = value - level
            level += weights.alpha * error
            errors[index] = error
            ofLevel[index] = unit
            product += error * unit
            square += unit * unit
            unit -= weights.alpha * unit
        }
        return (square > 0 ? product / square : 0, 0)
    }

    private mutating func trended(
        _ values: UnsafeBufferPointer<Double>,
        _ count: Int,
        _ weights: SmoothingWeights
    ) -> (Double, Double) {
        let (alpha, beta, phi) = (weights.alpha, weights.beta, weights.phi)
        var (level, slope, aLevel, aSlope, bLevel, bSlope) = (0.0, 0.0, 1.0, 0.0, 0.0, 1.0)
        var (aa, ab, bb, ae, be) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for index in 0..<count {
            (slope, aSlope, bSlope) = (phi * slope, phi * aSlope, phi * bSlope)
            (level, aLevel, bLevel) = (level + slope, aLevel + aSlope, bLevel + bSlope)
            let value = values[index]
            if value.isNaN { continue }
            let error = value - level
            (errors[index], ofLevel[index], ofSlope[index]) = (error, aLevel, bLevel)
            (aa, ab, bb) = (aa + aLevel * aLevel, ab + aLevel * bLevel, bb + bLevel * bLevel)
            (ae, be) = (ae + aLevel * error, be + bLevel * error)
            (slope, level) = (slope + beta * error, level + alpha * error)
            (aSlope, bSlope) = (aSlope - beta * aLevel, bSlope - beta * bLevel)
            (aLevel, bLevel) = (aLevel - alpha * aLevel, bLevel - alpha * bLevel)
        }
        let determinant = aa * bb - ab * ab
        guard determinant > 1e-12 * aa * bb, determinant.isFinite else {
            return (aa > 0 ? ae / aa : 0, 0)
        }
        return ((ae * bb - be * ab) / determinant, (be * aa - ae * ab) / determinant)
    }
}
