import D8SModel

/// The exact test of a measure against its target, if the service just met it.
struct TargetTest {
    let probability: Double
    let smallest: Double
    /// For the evidence: `sign test of 50 deployments`.
    let name: String

    /// Nil if there is nothing to count.
    init?(
        _ service: ServiceDelivery,
        _ night: DeliveryNight,
        _ measure: Measure,
        _ target: Double
    ) {
        switch measure.name {
        case .changeFailRate, .reworkRate:
            self.init(measure.k ?? 0, of: measure.n, target, "exact binomial test")
        case .changeLeadTime:
            self.init(Self.leadTimes(service, night), above: target, "deployments", 0.5)
        case .changeLeadTimeP75:
            self.init(Self.leadTimes(service, night), above: target, "deployments", 0.25)
        case .changeLeadTimeP95:
            self.init(Self.leadTimes(service, night), above: target, "deployments", 0.05)
        case .recoveryTime:
            let times = RecoveryWorse.durations(service, service.now.window, night.asOf)
            self.init(times, above: target, "recoveries", 0.5)
        case .deploymentGap:
            self.init(Self.gaps(service, night), above: target, "gaps", 0.5)
        case .deploymentDaysPerWeek:
            let weeks = night.weeks(of: service).map { -Double($0.deploymentDays) }
            self.init(weeks, above: -target, "weeks", 0.5)
        case .deploymentFrequency:
            let expected = target * Double(night.windowDays)
            self.init(
                probability: Poisson.lowerTail(measure.n, mean: expected),
                smallest: Poisson.lowerTail(0, mean: expected),
                name: "exact Poisson test"
            )
        default: return nil
        }
    }

    private init(probability: Double, smallest: Double, name: String) {
        self.probability = probability
        self.smallest = smallest
        self.name = name
    }

    /// The binomial test of so many where the target is the expected share.
    private init?(_ part: Int, of whole: Int, _ share: Double, _ name: String) {
        guard whole > 0, let tail = Binomial.upperTail(part, of: whole, share: share) else {
            return nil
        }
        self.init(
            probability: tail,
            smallest: Binomial.upperTail(whole, of: whole, share: share) ?? 1,
            name: name
        )
    }

    /// The sign test: a share of the values above the target that should be this small.
    private init?(_ values: [Double], above target: Double, _ unit: String, _ share: Double) {
        let above = values.count { $0 > target }
        self.init(above, of: values.count, share, "sign test of \(values.count) \(unit)")
    }

    /// One lead time per deployment, since the changes of one share its fate.
    private static func leadTimes(_ service: ServiceDelivery, _ night: DeliveryNight) -> [Double] {
        service.deployments.filter(night.isInWindow).compactMap(\.medianLeadTime)
    }

    private static func gaps(_ service: ServiceDelivery, _ night: DeliveryNight) -> [Double] {
        let finishes = service.deployments
            .filter { $0.deployment.status == .success && night.isInWindow($0) }
            .map(\.deployment.finished)
        return zip(finishes.dropFirst(), finishes).map { $0.seconds(since: $1) }
    }
}
