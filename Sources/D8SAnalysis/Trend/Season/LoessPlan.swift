import Foundation

/// Local regression over equally spaced points (Cleveland 1979), prepared for one number of points.
///
/// The weights depend on the places only, not on the values: all fits away from the ends have the
/// same ones, and a plan serves every series of its length. The numbers are those of the routines
/// `ess` and `est` of the original STL programme.
struct LoessPlan {
    /// How many points there are.
    let count: Int
    /// Every so manieth point is fitted, between them is interpolated.
    private let jump: Int
    private let degree: Int
    private(set) var fits: [LoessFit] = []
    /// The places that were fitted, ascending; the last one always is.
    private var places: [Int] = []
    /// Tricube weights, as they are with robustness weights.
    private var tricube: [Double] = []
    /// The weights of the fit itself: its value is their sum with the values.
    private var linear: [Double] = []
    private var extra: [LoessFit] = []

    /// - Parameters:
    ///   - count: Number of points, at least 1.
    ///   - window: How many points a fit looks at.
    ///   - degree: 0 for a mean, 1 for a line.
    ///   - jump: 1 to fit every point.
    ///   - isExtended: Whether one place before the first and one behind the last point are fitted
    ///     too.
    init(count: Int, window: Int, degree: Int, jump: Int, isExtended: Bool = false) {
        self.count = count
        self.degree = degree
        self.jump = max(1, min(jump, count - 1))
        var known: [Shape: Int] = [:]
        for place in stride(from: 0, to: count, by: self.jump) {
            add(place, window, &known)
        }
        if let last = places.last, last != count - 1 { addLast(window, &known) }
        guard isExtended else { return }
        let reach = min(window, count)
        extra = [
            fit(at: -1, from: 0, reach, window, &known),
            fit(at: count, from: count - reach, reach, window, &known),
        ]
    }

    /// What determines the weights.
    private struct Shape: Hashable {
        let place: Int
        let count: Int
    }

    private mutating func add(_ place: Int, _ window: Int, _ known: inout [Shape: Int]) {
        let reach = min(window, count)
        fits.append(fit(at: place, from: start(place, reach), reach, window, &known))
        places.append(place)
    }

    /// The last point is fitted with the window of the fit before it, as in the original.
    private mutating func addLast(_ window: Int, _ known: inout [Shape: Int]) {
        let start = fits.last?.start ?? 0
        fits.append(fit(at: count - 1, from: start, min(window, count), window, &known))
        places.append(count - 1)
    }

    /// Where the window of a place starts.
    private func start(_ place: Int, _ reach: Int) -> Int {
        guard reach < count else { return 0 }
        let half = jump == 1 ? (reach + 2) / 2 : (reach + 1) / 2
        return max(0, min(place + 1 - half, count - reach))
    }

    private mutating func fit(
        at place: Int,
        from start: Int,
        _ reach: Int,
        _ window: Int,
        _ known: inout [Shape: Int]
    ) -> LoessFit {
        let shape = Shape(place: place - start, count: reach)
        let weights = known[shape] ?? addWeights(shape, window)
        known[shape] = weights
        return LoessFit(start: start, count: reach, weights: weights, place: shape.place)
    }

    private mutating func addWeights(_ shape: Shape, _ window: Int) -> Int {
        let start = tricube.count
        let widened = window > count ? Double((window - count) / 2) : 0
        let reach = Double(max(shape.place, shape.count - 1 - shape.place)) + widened
        for index in 0..<shape.count {
            let distance = Double(abs(index - shape.place))
            var weight = distance <= 0.001 * reach ? 1.0 : 0
            if weight == 0, distance <= 0.999 * reach {
                let ratio = distance / reach
                let rest = 1 - ratio * ratio * ratio
                weight = rest * rest * rest
            }
            tricube.append(weight)
        }
        addLinear(start, shape)
        return start
    }

    private mutating func addLinear(_ start: Int, _ shape: Shape) {
        let reach = start..<(start + shape.count)
        var (total, first) = (0.0, 0.0)
        for index in reach {
            total += tricube[index]
            first += tricube[index] * Double(index - start)
        }
        guard total > 0 else {
            linear += [Double](repeating: 0, count: shape.count)
            return
        }
        let mean = first / total
        var spread = 0.0
        for index in reach {
            let distance = Double(index - start) - mean
            spread += tricube[index] * distance * distance
        }
        spread /= total
        let isLine = degree > 0 && spread.squareRoot() > 0.001 * Double(count - 1)
        let slope = isLine ? (Double(shape.place) - mean) / spread : 0
        for index in reach {
            linear.append(tricube[index] / total * (slope * (Double(index - start) - mean) + 1))
        }
    }

    /// Smooths.
    ///
    /// `robustness` weighs the points, nil for all the same. All buffers hold at least `count`
    /// values.
    func smooth(
        _ values: UnsafePointer<Double>,
        robustness: UnsafePointer<Double>?,
        into result: UnsafeMutablePointer<Double>
    ) {
        guard count > 1 else {
            result[0] = values[0]
            return
        }
        for (fit, place) in zip(fits, places) {
            result[place] = value(fit, values, robustness) ?? values[place]
        }
        guard jump > 1 else { return }
        for (before, after) in zip(places, places.dropFirst()) {
            let step = (result[after] - result[before]) / Double(after - before)
            for place in (before + 1)..<max(before + 1, after) {
                result[place] = result[before] + step * Double(place - before)
            }
        }
    }

    /// The values one place before the first and behind the last point; nil where no weight is
    /// left, or if the plan is not extended.
    func ends(
        _ values: UnsafePointer<Double>,
        robustness: UnsafePointer<Double>?
    ) -> (before: Double?, after: Double?) {
        guard extra.count == 2 else { return (nil, nil) }
        return (value(extra[0], values, robustness), value(extra[1], values, robustness))
    }

    private func value(
        _ fit: LoessFit,
        _ values: UnsafePointer<Double>,
        _ robustness: UnsafePointer<Double>?
    ) -> Double? {
        guard let robustness else {
            return linear.withUnsafeBufferPointer { linear in
                guard let weights = linear.baseAddress else { return nil }
                return Products.sum(weights + fit.weights, values + fit.start, fit.count)
            }
        }
        return tricube.withUnsafeBufferPointer { tricube in
            guard let weights = tricube.baseAddress else { return nil }
            return weighted(fit, weights + fit.weights, values + fit.start, robustness + fit.start)
        }
    }

    /// The fit with robustness weights, by sums of powers of the distance from the fitted place.
    private func weighted(
        _ fit: LoessFit,
        _ tricube: UnsafePointer<Double>,
        _ values: UnsafePointer<Double>,
        _ robustness: UnsafePointer<Double>
    ) -> Double? {
        let sums = Products.moments(tricube, robustness, values, fit.count, fit.place)
        guard sums.weight > 0 else { return nil }
        let level = sums.value / sums.weight
        guard degree > 0 else { return level }
        let mean = sums.first / sums.weight
        let spread = sums.second / sums.weight - mean * mean
        guard spread > 0, spread.squareRoot() > 0.001 * Double(count - 1) else { return level }
        let slope = (sums.product / sums.weight - mean * level) / spread
        return level - slope * mean
    }
}
