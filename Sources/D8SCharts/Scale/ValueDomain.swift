/// The values that an axis must show.
struct ValueDomain: Hashable {
    /// Values beyond these cannot be subtracted from each other without overflow.
    static let largest = 1e300

    var low: Double
    var high: Double

    static let unit = ValueDomain(low: 0, high: 1)

    init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }

    /// The domain of the finite ones among these values; nil if there are none.
    init?(_ values: some Sequence<Double>) {
        var domain: (low: Double, high: Double)?
        for value in values where value.isFinite {
            let value = min(max(value, -Self.largest), Self.largest)
            domain = (min(domain?.low ?? value, value), max(domain?.high ?? value, value))
        }
        guard let domain else { return nil }
        (low, high) = domain
    }

    /// With 0 in it, where the measure demands that, and with room for the line: one value alone,
    /// or many equal ones, get an axis around them.
    func widened(toZero: Bool) -> ValueDomain {
        var domain = self
        if toZero {
            domain.low = min(low, 0)
            domain.high = max(high, 0)
        }
        let size = max(abs(domain.low), abs(domain.high))
        if size == 0 { (domain.low, domain.high) = (0, 1) }
        if size > 0, domain.high - domain.low <= size * 1e-9 {
            (domain.low, domain.high) = (domain.low - size * 0.1, domain.high + size * 0.1)
            return domain
        }
        let room = (domain.high - domain.low) * 0.06
        if !(toZero && domain.low == 0) { domain.low -= room }
        if !(toZero && domain.high == 0) { domain.high += room }
        return domain
    }
}
