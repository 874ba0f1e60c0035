/// The simplex search for a minimum without derivatives (Nelder & Mead 1965), for up to five
/// parameters, on one flat buffer.
struct NelderMead {
    /// The best point found.
    private(set) var best: [Double]
    /// Its value.
    private(set) var value: Double
    private let count: Int
    private var points: [Double]
    private var values: [Double]
    private var centre: [Double]
    private var trial: [Double]
    private var further: [Double]

    /// Searches from `start` with first steps of `steps`.
    ///
    /// Ends after `limit` evaluations, or when the values of the simplex differ by less than
    /// `tolerance` of their size. A value that is no number counts as worst.
    init(
        from start: [Double],
        steps: [Double],
        limit: Int,
        tolerance: Double = 1e-6,
        _ function: (UnsafePointer<Double>) -> Double
    ) {
        count = start.count
        best = start
        value = .infinity
        points = []
        values = []
        centre = start
        trial = start
        further = start
        guard count > 0, steps.count == count else { return }
        for corner in 0...count {
            points += start
            if corner > 0 { points[corner * count + corner - 1] += steps[corner - 1] }
        }
        values = (0...count).map { corner in
            points.withUnsafeBufferPointer {
                $0.baseAddress.map { Self.number(function($0 + corner * count)) } ?? .infinity
            }
        }
        var evaluations = count + 1
        while evaluations < limit {
            let (low, high, next) = ranks()
            if values[high] - values[low] <= tolerance * (abs(values[low]) + tolerance) { break }
            evaluations += step(low, high, next, function)
        }
        let (low, _, _) = ranks()
        best = Array(points[low * count..<(low + 1) * count])
        value = values[low]
    }

    private static func number(_ value: Double) -> Double { value.isNaN ? .infinity : value }

    /// The best corner, the worst one and the worst but one.
    private func ranks() -> (low: Int, high: Int, next: Int) {
        var low = 0
        var high = 0
        for corner in 1...count {
            if values[corner] < values[low] { low = corner }
            if values[corner] >= values[high] { high = corner }
        }
        var next = low
        for corner in 0...count where corner != high {
            if values[corner] > values[next] { next = corner }
        }
        return (low, high, next)
    }

    /// One step; returns the number of evaluations.
    private mutating func step(
        _ low: Int,
        _ high: Int,
        _ next: Int,
        _ function: (UnsafePointer<Double>) -> Double
    ) -> Int {
        findCentre(without: high)
        for axis in 0..<count { trial[axis] = 2 * centre[axis] - points[high * count + axis] }
        let reflected = Self.number(function(trial))
        if reflected < values[low] {
            for axis in 0..<count { further[axis] = 2 * trial[axis] - centre[axis] }
            let expanded = Self.number(function(further))
            if expanded < reflected { swap(&trial, &further) }
            replace(high, min(expanded, reflected))
            return 2
        }
        if reflected < values[next] {
            replace(high, reflected)
            return 1
        }
        let isOutside = reflected < values[high]
        for axis in 0..<count {
            let end = isOutside ? trial[axis] : points[high * count + axis]
            further[axis] = (centre[axis] + end) / 2
        }
        let contracted = Self.number(function(further))
        if contracted < min(reflected, values[high]) {
            swap(&trial, &further)
            replace(high, contracted)
            return 2
        }
        shrink(to: low, function)
        return 2 + count
    }

    private mutating func findCentre(without high: Int) {
        for axis in 0..<count {
            var sum = 0.0
            for corner in 0...count where corner != high { sum += points[corner * count + axis] }
            centre[axis] = sum / Double(count)
        }
    }

    private mutating func replace(_ corner: Int, _ value: Double) {
        for axis in 0..<count { points[corner * count + axis] = trial[axis] }
        values[corner] = value
    }

    private mutating func shrink(to low: Int, _ function: (UnsafePointer<Double>) -> Double) {
        for corner in 0...count where corner != low {
            for axis in 0..<count {
                let end = points[low * count + axis]
                trial[axis] = (end + points[corner * count + axis]) / 2
            }
            replace(corner, Self.number(function(trial)))
        }
    }
}
