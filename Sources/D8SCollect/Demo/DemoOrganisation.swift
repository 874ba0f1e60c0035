package import D8SModel

/// An invented organisation whose history is made up, with faults planted in it.
///
/// People work on weekdays between 9:30 and 16:30 of the zone, rest on holidays, freeze at the end
/// of the year and slow down in August. Each service keeps its own even pace, share of failures and
/// lead time, so that there is nothing to report but what `plants` lists. The same arguments give
/// the same records.
package struct DemoOrganisation: Sendable {
    /// The faults, in order of service; none in a demo of fewer than `plantDays` days.
    package let plants: [Plant]
    private let services: [DemoService]
    private let calendar: DemoCalendar
    private let seed: UInt64

    /// The shortest history in which a fault can be told from the usual.
    package static let plantDays = 120

    /// - Parameters:
    ///   - services: How many services, 1 to 10,000; one outside is taken as the nearest.
    ///   - days: How many days, 1 to 20,000, the last of which is `end`.
    ///   - seed: Another seed gives another history of the same kind.
    ///   - end: The last day of the history.
    ///   - zone: Where people work.
    package init(
        services: Int = 12,
        days: Int = 400,
        seed: UInt64 = 1,
        end: Day,
        zone: Zone = .utc
    ) {
        let count = min(max(services, 1), 10_000)
        let length = min(max(days, 1), 20_000)
        let calendar = DemoCalendar(days: length, end: end, zone: zone)
        let planted = length < Self.plantDays ? [:] : Self.plants(services: count, calendar)
        self.calendar = calendar
        self.seed = seed
        plants = planted.sorted { $0.key < $1.key }.map(\.value)
        self.services = (0..<count).map { DemoService(index: $0, plant: planted[$0]) }
    }

    /// Delivers the history, service by service and in order of time, in batches.
    ///
    /// - Parameter sink: Receives the records.
    /// - Returns: How many records were made.
    /// - Throws: What `sink` throws, as `CollectError.delivery`.
    package func deliver(into sink: RecordSink) throws(CollectError) -> CollectReport {
        var report = CollectReport()
        var batch = RecordBatch()
        for (index, habits) in services.enumerated() {
            var life = DemoDelivery(
                habits,
                lastWorkday: calendar.lastWorkday,
                seed: seedOfService(index)
            )
            batch.services.append(habits.service)
            for date in calendar.dates {
                life.live(date, into: &batch)
                if batch.count >= 5000 {
                    try flush(&batch, &report, sink)
                    batch.services.append(habits.service)
                }
            }
        }
        try flush(&batch, &report, sink)
        return report
    }

    private func flush(
        _ batch: inout RecordBatch,
        _ report: inout CollectReport,
        _ sink: RecordSink
    ) throws(CollectError) {
        do {
            try sink(batch)
        } catch {
            throw .delivery(error)
        }
        report.countRead(batch.count - batch.services.count)
        for deployment in batch.deployments { report.saw(deployment.finished) }
        for incident in batch.incidents { report.saw(incident.resolved ?? incident.opened) }
        batch = RecordBatch()
    }

    private func seedOfService(_ index: Int) -> UInt64 {
        var random = SplitMix64(seed: seed ^ (UInt64(index) &* 0xD1B5_4A32_D192_ED03))
        return random.next()
    }

    /// One fault each for the second to fifth service; the first has one if it is the only one.
    private static func plants(services: Int, _ calendar: DemoCalendar) -> [Int: Plant] {
        let last = calendar.lastWorkday
        let all = [
            (Plant.Kind.failRate, 20), (.leadTime, 34), (.silence, 24), (.openIncident, 6),
        ]
        var plants: [Int: Plant] = [:]
        for (offset, (kind, age)) in all.enumerated() {
            let index = services == 1 ? 0 : offset + 1
            guard index < services, plants[index] == nil else { continue }
            let earliest = last.adding(days: -age)
            let since = calendar.dates.first { $0.day >= earliest && $0.pace > 0 }?.day ?? earliest
            let service = DemoService.service(at: index).name
            plants[index] = Plant(
                service: service,
                kind: kind,
                since: since,
                sentence: sentence(kind, service, DemoService(index: index, plant: nil), since)
            )
        }
        return plants
    }

    private static func sentence(
        _ kind: Plant.Kind,
        _ service: String,
        _ usual: DemoService,
        _ since: Day
    ) -> String {
        switch kind {
        case .failRate:
            "Since \(since), 40 % of the deployments of \(service) fail, where"
                + " \(Int((usual.failRate * 100).rounded())) % did."
        case .leadTime:
            "Since \(since), changes of \(service) take six times as long to reach production"
                + " (median \(Int(usual.leadTime * 6 / 3600)) h instead of"
                + " \(Int(usual.leadTime / 3600)) h)."
        case .silence:
            "Since \(since), nothing of \(service) has been deployed, which had been deployed about"
                + " every working day."
        case .openIncident:
            "An incident of \(service) has been open since \(since); the others were over within"
                + " two hours."
        }
    }
}
