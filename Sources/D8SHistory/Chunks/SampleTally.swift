/// What the samples of one bucket come to so far.
struct SampleTally {
    private(set) var count: Int64 = 0
    private(set) var sum = 0.0
    private(set) var minimum = Double.infinity
    private(set) var maximum = -Double.infinity
    /// The newest value of all; NaN if there was none.
    var last = Double.nan
    /// The value that the bucket's increase starts from; NaN if there was none.
    private var before = Double.nan
    /// What the counter had reached before each reset.
    private var lost = 0.0
    /// Increases of finer rollups.
    private var grown = 0.0

    /// How much a counter grew in this bucket.
    var increase: Double { grown + (before.isNaN ? 0 : last - before + lost) }

    /// Starts the next bucket.
    mutating func begin() {
        self = SampleTally(last: last)
    }

    init() {}

    private init(last: Double) { self.last = last }

    mutating func add(_ rollup: Rollup) {
        count += rollup.count
        sum += rollup.sum
        minimum = min(minimum, rollup.minimum)
        maximum = max(maximum, rollup.maximum)
        grown += rollup.increase
        last = rollup.last
    }

    /// Adds the values of one piece of the bucket.
    mutating func add(_ values: UnsafePointer<Double>, count: Int) {
        let piece = SamplePiece(values, count: count)
        // Any NaN makes the sum one; so do infinities of both signs.
        guard count > 0, !piece.sum.isNaN else {
            for index in 0..<count { add(values[index]) }
            return
        }
        if self.count == 0 { before = last.isNaN ? values[0] : last }
        if values[0] < last { lost += last }
        lost += piece.lost
        self.count += Int64(count)
        sum += piece.sum
        minimum = min(minimum, piece.minimum)
        maximum = max(maximum, piece.maximum)
        last = values[count - 1]
    }

    private mutating func add(_ value: Double) {
        guard !value.isNaN else { return }
        if count == 0 { before = last.isNaN ? value : last }
        if value < last { lost += last }
        count += 1
        sum += value
        minimum = min(minimum, value)
        maximum = max(maximum, value)
        last = value
    }
}
