/// A sum that keeps what rounding takes away (Kahan's summation with Neumaier's improvement).
struct KahanSum {
    var sum: Double
    var compensation = 0.0

    init(_ sum: Double = 0) { self.sum = sum }

    @inline(__always)
    mutating func add(_ value: Double) {
        let total = sum + value
        if total.isInfinite {
            compensation = 0
        } else if sum.magnitude >= value.magnitude {
            compensation += (sum - total) + value
        } else {
            compensation += (value - total) + sum
        }
        sum = total
    }

    /// The sum with what was lost; just the sum if that is infinite.
    var total: Double { sum.isInfinite ? sum : sum + compensation }
}

/// A mean by a sum, or by steps once the sum would overflow, as Prometheus 3 calculates it.
struct KahanMean {
    private var kahan: KahanSum
    private var mean = 0.0
    private var count = 1.0
    private var isStepwise = false

    init(_ first: Double) { kahan = KahanSum(first) }

    @inline(__always)
    mutating func add(_ value: Double) {
        count += 1
        if !isStepwise {
            var next = kahan
            next.add(value)
            if !next.sum.isInfinite {
                kahan = next
                return
            }
            isStepwise = true
            mean = kahan.sum / (count - 1)
            kahan.compensation /= count - 1
        }
        addStepwise(value)
    }

    private mutating func addStepwise(_ value: Double) {
        let share = (count - 1) / count
        var next = KahanSum(share * mean)
        next.compensation = share * kahan.compensation
        next.add(value / count)
        mean = next.sum
        kahan.compensation = next.compensation
    }

    var value: Double {
        isStepwise
            ? mean + kahan.compensation : kahan.sum / count + kahan.compensation / count
    }
}

extension KahanSum {
    /// The sum of numbers, a first one and those at a range; nil if their plain sum is not finite.
    ///
    /// It is the same to the last bit as adding one after the other: what rounding takes away from
    /// a sum is a number itself, and this (Knuth's) way to it needs no comparison.
    static func finite(
        _ first: Double,
        _ values: Span<Double>,
        _ range: Range<Int>
    ) -> KahanSum? {
        var sum = first
        var compensation = 0.0
        for index in range {
            let value = values[index]
            let total = sum + value
            let share = total - sum
            compensation += (sum - (total - share)) + (value - share)
            sum = total
        }
        guard sum.isFinite, compensation.isFinite else { return nil }
        var result = KahanSum(sum)
        result.compensation = compensation
        return result
    }
}
