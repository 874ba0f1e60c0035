package import D8SModel

/// From a service's history to its delivery measures.
package enum DeliveryAnalysis {
    /// The delivery of one service.
    package static func service(
        _ history: ServiceHistory,
        asOf: Instant,
        zone: Zone,
        policy: DeliveryPolicy = DeliveryPolicy(),
        benchmarks: [Benchmark] = []
    ) -> ServiceDelivery {
        let calendar = DeliveryCalendar(asOf: asOf, zone: zone, windowDays: policy.windowDays)
        let grading = Grading(benchmarks: benchmarks)
        return ServiceFigures(history, calendar, policy, grading).delivery()
    }

    /// The delivery of all services, in order of name.
    package static func report(
        _ histories: some Sequence<ServiceHistory>,
        asOf: Instant,
        zone: Zone,
        policy: DeliveryPolicy = DeliveryPolicy(),
        benchmarks: [Benchmark] = []
    ) -> DeliveryReport {
        let calendar = DeliveryCalendar(asOf: asOf, zone: zone, windowDays: policy.windowDays)
        let grading = Grading(benchmarks: benchmarks)
        let services = histories.map {
            ServiceFigures($0, calendar, policy, grading).delivery()
        }
        return DeliveryReport(
            window: calendar.now,
            services: services.sorted {
                ($0.service.name, $0.environment) < ($1.service.name, $1.environment)
            },
            benchmarks: benchmarks
        )
    }
}
