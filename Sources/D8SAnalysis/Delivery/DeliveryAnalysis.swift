package import D8SModel

/// From the services' histories to their delivery measures, all by the same calendar and policy.
package struct DeliveryAnalysis: Sendable {
    private let calendar: DeliveryCalendar
    private let grading: Grading
    private let policy: DeliveryPolicy

    /// - Parameters:
    ///   - asOf: The instant that the windows end before; nothing later may be in the histories.
    ///   - zone: Whose days and weeks count.
    ///   - policy: What counts as what.
    ///   - benchmarks: The editions that measures are graded by.
    package init(
        asOf: Instant,
        zone: Zone,
        policy: DeliveryPolicy = DeliveryPolicy(),
        benchmarks: [Benchmark] = []
    ) {
        calendar = DeliveryCalendar(asOf: asOf, zone: zone, windowDays: policy.windowDays)
        grading = Grading(benchmarks: benchmarks)
        self.policy = policy
    }

    /// The delivery of one service.
    package func service(_ history: ServiceHistory) -> ServiceDelivery {
        ServiceFigures(history, calendar, policy, grading).delivery()
    }

    /// The report of these services, in order of name.
    package func report(_ services: [ServiceDelivery]) -> DeliveryReport {
        DeliveryReport(
            window: calendar.now,
            services: services.sorted {
                ($0.service.name, $0.environment) < ($1.service.name, $1.environment)
            },
            benchmarks: grading.benchmarks
        )
    }

    /// The delivery of one service alone.
    package static func service(
        _ history: ServiceHistory,
        asOf: Instant,
        zone: Zone,
        policy: DeliveryPolicy = DeliveryPolicy(),
        benchmarks: [Benchmark] = []
    ) -> ServiceDelivery {
        DeliveryAnalysis(asOf: asOf, zone: zone, policy: policy, benchmarks: benchmarks)
            .service(history)
    }

    /// The report of these histories.
    package static func report(
        _ histories: some Sequence<ServiceHistory>,
        asOf: Instant,
        zone: Zone,
        policy: DeliveryPolicy = DeliveryPolicy(),
        benchmarks: [Benchmark] = []
    ) -> DeliveryReport {
        let analysis = DeliveryAnalysis(
            asOf: asOf,
            zone: zone,
            policy: policy,
            benchmarks: benchmarks
        )
        return analysis.report(histories.map(analysis.service))
    }
}
