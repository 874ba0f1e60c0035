import D8SAnalysis
import Foundation

/// Hourly series as healthy systems have them, drawn by a generator of our own: the same number
/// gives the same series everywhere.
struct MadeSeries {
    /// What a series is like.
    enum Kind: String, CaseIterable {
        /// Independent values.
        case white
        /// Each value holds 0.8 of the one before.
        case autocorrelated
        /// Student's distribution of three degrees of freedom.
        case heavy
        /// Nights, days and weekends, and noise of which 0.5 stays from hour to hour.
        case seasonal
        /// Whole numbers of three an hour in the mean.
        case counts
        /// Failed of twenty, one in twenty in the mean.
        case ratios
        /// The sum of all steps so far.
        case walk

        /// The standard deviation of its noise, in which planted changes are measured.
        var deviation: Double {
            switch self {
            case .white: 10
            case .autocorrelated: 5 / 0.6
            case .heavy: 5 * 3.0.squareRoot()
            case .seasonal: 6 / 0.75.squareRoot()
            case .counts: 3.0.squareRoot()
            case .ratios: (0.05 * 0.95 / 20).squareRoot()
            case .walk: 5
            }
        }
    }

    private let kind: Kind
    private var random: Xoshiro
    private var state = 0.0
    private var hour = 0

    init(_ kind: Kind, number: Int) {
        self.kind = kind
        random = Xoshiro(seed: UInt64(clamping: number))
        if kind != .walk { for _ in 0..<100 { state = Self.memory * state + random.normal() } }
    }

    private static let memory = 0.8

    /// The next values, an hour apart.
    mutating func values(_ count: Int) -> [Double] {
        (0..<count).map { _ in next() }
    }

    private mutating func next() -> Double {
        defer { hour += 1 }
        switch kind {
        case .white: return 50 + 10 * random.normal()
        case .autocorrelated:
            state = Self.memory * state + random.normal()
            return 50 + 5 * state
        case .heavy: return 50 + 5 * student()
        case .seasonal:
            state = 0.5 * state + random.normal()
            let day = sin(Double(hour % 24) / 12 * .pi)
            return 60 + 20 * day + (hour / 24 % 7 < 5 ? 10 : 0) + 6 * state
        case .counts: return count(mean: 3)
        case .ratios: return Double((0..<20).count { _ in random.unit() < 0.05 }) / 20
        case .walk:
            state += random.normal()
            return 1000 + 5 * state
        }
    }

    private mutating func student() -> Double {
        let normal = random.normal()
        let square = (0..<3).reduce(0) { sum, _ in
            let part = random.normal()
            return sum + part * part
        }
        return normal / (square / 3).squareRoot()
    }

    /// Knuth's method for Poisson's distribution.
    private mutating func count(mean: Double) -> Double {
        let limit = exp(-mean)
        var product = random.unit()
        var count = 0.0
        while product > limit {
            product *= random.unit()
            count += 1
        }
        return count
    }
}
