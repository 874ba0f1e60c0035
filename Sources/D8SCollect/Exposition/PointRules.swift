import D8SModel

/// The rules of OpenMetrics for the samples of one metric point: its values, and for histograms its
/// buckets.
struct PointRules {
    private var bound: Double?
    private var bucket = 0.0
    private var count: Double?
    private var hasSum = false
    private var hasNegativeSum = false
    private var hasNegativeBound = false

    /// Looks at a value of the point; returns what is wrong with it, nil if nothing.
    mutating func add(_ value: Double, _ facts: SampleFacts) -> String? {
        if let fault = Self.fault(value, facts) { return fault }
        switch facts.role {
        case .bucket: return addBucket(value, facts.bound)
        case .count, .gaugeCount: count = value
        case .sum, .gaugeSum:
            hasSum = true
            hasNegativeSum = value < 0
        default: break
        }
        return nil
    }

    /// What is wrong with the point as a whole; nil if nothing.
    func fault(_ kind: Metric.Kind) -> String? {
        guard kind == .histogram || kind == .gaugehistogram else { return nil }
        guard bound == .infinity else { return "has no bucket +Inf" }
        if let count, count != bucket { return "counts other than its bucket +Inf" }
        if hasSum, count == nil { return "has a sum without a count" }
        if !hasSum, count != nil { return "has a count without a sum" }
        if kind == .histogram, hasSum, hasNegativeBound {
            return "has a sum though a threshold is negative"
        }
        if hasNegativeSum, !hasNegativeBound {
            return "has a negative sum though no threshold is negative"
        }
        return nil
    }

    private mutating func addBucket(_ value: Double, _ threshold: Double) -> String? {
        if let bound, threshold <= bound { return "the buckets are not in the order of le" }
        if value < bucket { return "a bucket counts less than the one before" }
        bound = threshold
        bucket = value
        if threshold < 0 { hasNegativeBound = true }
        return nil
    }

    private static func fault(_ value: Double, _ facts: SampleFacts) -> String? {
        if facts.role.isCount || facts.role == .gaugeSum, value.isNaN {
            return "a count or sum cannot be NaN"
        }
        if facts.role.isCount, value < 0 { return "a count or sum cannot be negative" }
        if facts.role.isWhole, value.rounded() != value || value.isInfinite {
            return "a count of events has to be a whole number"
        }
        switch facts.kind {
        case .stateset where value != 0 && value != 1: return "a state is 0 or 1"
        case .info where value != 1: return "the value of an info has to be 1"
        case .summary where value < 0: return "a quantile's value cannot be negative"
        default: return nil
        }
    }
}
