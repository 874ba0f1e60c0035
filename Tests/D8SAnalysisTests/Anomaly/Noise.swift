import Foundation

/// Healthy series of several characters, the same in every run.
struct Noise {
    enum Kind: CaseIterable {
        case white, autocorrelated, heavyTailed, counts, ratios, walk, daily
    }

    /// Those without a season.
    static let plain = Kind.allCases.filter { $0 != .daily }

    private var numbers: SeededNumbers

    init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

    mutating func series(_ kind: Kind, _ count: Int) -> [Double] {
        switch kind {
        case .white: white(count)
        case .autocorrelated: autocorrelated(0.8, count)
        case .heavyTailed: heavyTailed(count)
        case .counts: counts(mean: 2, count)
        case .ratios: ratios(of: 20, share: 0.1, count)
        case .walk: autocorrelated(1, count)
        case .daily: daily(count)
        }
    }

    mutating func white(_ count: Int) -> [Double] {
        (0..<count).map { _ in normal() }
    }

    /// Autocorrelated noise of variance 1; with a coefficient of 1 a random walk.
    mutating func autocorrelated(_ coefficient: Double, _ count: Int) -> [Double] {
        let scale = coefficient < 1 ? (1 - coefficient * coefficient).squareRoot() : 1
        var value = coefficient < 1 ? normal() : 0
        return (0..<count).map { _ in
            value = coefficient * value + scale * normal()
            return value
        }
    }

    /// Student's t: with 3 degrees of freedom values of ten standard deviations come by.
    mutating func heavyTailed(_ count: Int, degrees: Int = 3) -> [Double] {
        (0..<count).map { _ in
            let squares = (0..<degrees).reduce(0.0) { sum, _ in
                let value = normal()
                return sum + value * value
            }
            return normal() / (squares / Double(degrees)).squareRoot()
        }
    }

    mutating func counts(mean: Double, _ count: Int) -> [Double] {
        (0..<count).map { _ in
            let limit = exp(-mean)
            var product = numbers.unit()
            var events = 0.0
            while product > limit {
                product *= numbers.unit()
                events += 1
            }
            return events
        }
    }

    /// Shares of so many trials.
    mutating func ratios(of trials: Int, share: Double, _ count: Int) -> [Double] {
        (0..<count).map { _ in
            let hits = (0..<trials).count { _ in numbers.unit() < share }
            return Double(hits) / Double(trials)
        }
    }

    /// A day of 24 hours and noise.
    mutating func daily(_ count: Int) -> [Double] {
        (0..<count).map { 3 * sin(2 * .pi * Double($0) / 24) + normal() }
    }

    /// Box and Muller 1958.
    mutating func normal() -> Double {
        let radius = (-2 * log(max(numbers.unit(), 1e-300))).squareRoot()
        return radius * cos(2 * .pi * numbers.unit())
    }
}
