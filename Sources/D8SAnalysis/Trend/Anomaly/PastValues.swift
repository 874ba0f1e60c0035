import Foundation

/// The last values of one statistic in order, and how surprising a new one is among them.
///
/// Surprise is −log10 of the conformal probability (Laxhammar & Falkman 2014): the share of values
/// that are at least as far out; beyond the outermost fortieth it follows a generalized Pareto
/// tail. The number kept is bounded, so that the cost of a value is: a search among them and a
/// move of a few kilobytes.
struct PastValues: Sendable {
    private var sorted: [Double] = []
    /// The same in order of time; `oldest` is the next to go.
    private var recent: [Double] = []
    private var oldest = 0
    private let capacity: Int

    /// Under so many nothing is surprising.
    static let fewest = 30
    /// No evidence of one statistic counts for more.
    static let most = 15.0

    init(capacity: Int = 4096) {
        self.capacity = max(Self.fewest, capacity)
    }

    var count: Int { sorted.count }

    var isEnough: Bool { count >= Self.fewest }

    /// How surprising a value as high as this, or higher, would be; 0 with too few values.
    func surpriseAbove(_ value: Double) -> Double {
        guard isEnough else { return 0 }
        let tail = tail
        let threshold = sorted[count - tail]
        let rank = log10(Double(count + 1) / Double(count - sorted.place(of: value) + 1))
        guard value > threshold else { return rank }
        let excesses = sorted[(count - tail)...].lazy.map { $0 - threshold }
        return beyond(value - threshold, excesses) ?? rank
    }

    /// How surprising a value as low as this, or lower, would be; 0 with too few values.
    func surpriseBelow(_ value: Double) -> Double {
        guard isEnough else { return 0 }
        let tail = tail
        let threshold = sorted[tail - 1]
        let rank = log10(Double(count + 1) / Double(sorted.place(of: value.nextUp) + 1))
        guard value < threshold else { return rank }
        let excesses = sorted[..<tail].reversed().lazy.map { threshold - $0 }
        return beyond(threshold - value, excesses) ?? rank
    }

    /// The surprise of a value on either side.
    func surprise(_ value: Double) -> Double {
        max(0, max(surpriseAbove(value), surpriseBelow(value)) - log10(2))
    }

    /// The value below which this share lies (nearest rank); nil with too few values.
    func quantile(_ share: Double) -> Double? {
        guard isEnough else { return nil }
        return sorted[min(count - 1, max(0, Int(share * Double(count))))]
    }

    /// Remembers a value and forgets the oldest if there are too many; NaN is left out.
    mutating func remember(_ value: Double) {
        guard !value.isNaN else { return }
        if recent.count < capacity {
            recent.append(value)
        } else {
            let gone = recent[oldest]
            recent[oldest] = value
            oldest = (oldest + 1) % capacity
            sorted.remove(at: sorted.place(of: gone))
        }
        sorted.insert(value, at: sorted.place(of: value))
    }

    /// Values in the tail on one side.
    private var tail: Int { max(8, count / 40) }

    private func beyond(
        _ excess: Double,
        _ excesses: some RandomAccessCollection<Double>
    ) -> Double? {
        guard let pareto = GeneralizedPareto(excesses: excesses) else { return nil }
        let share = log10(Double(count) / Double(excesses.count))
        return min(Self.most, share + pareto.surprise(excess))
    }
}
