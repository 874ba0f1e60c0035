/// What an aggregation remembers of the values at one step.
protocol Accumulator {
    init(_ first: Double)
    mutating func add(_ value: Double)
    var result: Double { get }
}

struct SumAccumulator: Accumulator {
    private var sum: KahanSum
    init(_ first: Double) { sum = KahanSum(first) }
    mutating func add(_ value: Double) { sum.add(value) }
    var result: Double { sum.sum + sum.compensation }
}

struct MeanAccumulator: Accumulator {
    private var mean: KahanMean
    init(_ first: Double) { mean = KahanMean(first) }
    mutating func add(_ value: Double) { mean.add(value) }
    var result: Double { mean.value }
}

struct MinimumAccumulator: Accumulator {
    private(set) var result: Double
    init(_ first: Double) { result = first }
    mutating func add(_ value: Double) {
        if result > value || result.isNaN { result = value }
    }
}

struct MaximumAccumulator: Accumulator {
    private(set) var result: Double
    init(_ first: Double) { result = first }
    mutating func add(_ value: Double) {
        if result < value || result.isNaN { result = value }
    }
}

struct CountAccumulator: Accumulator {
    private(set) var result = 1.0
    init(_ first: Double) {}
    mutating func add(_ value: Double) { result += 1 }
}

struct GroupAccumulator: Accumulator {
    let result = 1.0
    init(_ first: Double) {}
    mutating func add(_ value: Double) {}
}

/// Variance by Welford's method.
struct VarianceAccumulator: Accumulator {
    private var count = 1.0
    private var mean: Double
    private var squares: Double

    init(_ first: Double) {
        mean = first
        squares = first.isFinite ? 0 : .nan
    }

    mutating func add(_ value: Double) {
        count += 1
        let delta = value - mean
        mean += delta / count
        squares += delta * (value - mean)
    }

    var result: Double { squares / count }
}

struct DeviationAccumulator: Accumulator {
    private var variance: VarianceAccumulator
    init(_ first: Double) { variance = VarianceAccumulator(first) }
    mutating func add(_ value: Double) { variance.add(value) }
    var result: Double { variance.result.squareRoot() }
}
