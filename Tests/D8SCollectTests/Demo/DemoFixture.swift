import D8SCollect
import D8SModel

/// The default demo that ends on a Friday, as one history.
struct DemoFixture {
    let organisation: DemoOrganisation
    let end: Day
    private(set) var all = RecordBatch()
    private(set) var largestBatch = 0
    let report: CollectReport

    init(services: Int = 12, days: Int = 400, seed: UInt64 = 1, zone: Zone = .utc) throws {
        end = Day(number: 20_777)
        organisation = DemoOrganisation(
            services: services,
            days: days,
            seed: seed,
            end: end,
            zone: zone
        )
        var gathered = RecordBatch()
        var largest = 0
        report = try organisation.deliver { batch in
            gathered.services += batch.services
            gathered.deployments += batch.deployments
            gathered.changes += batch.changes
            gathered.incidents += batch.incidents
            largest = max(largest, batch.count)
        }
        all = gathered
        largestBatch = largest
    }

    var serviceNames: [String] { Set(all.services.map(\.name)).sorted() }

    func plant(_ kind: Plant.Kind) -> Plant? {
        organisation.plants.first { $0.kind == kind }
    }

    /// Names of services without a fault.
    var steady: [String] {
        serviceNames.filter { name in !organisation.plants.contains { $0.service == name } }
    }

    /// Share of a service's planned, ended deployments in these days that an incident names.
    func failRate(of service: String, from first: Day, to last: Day) -> Double {
        let wanted = deployments(of: service, from: first, to: last)
            .filter { $0.rework == nil && $0.status != .cancelled }
        let failed = Set(all.incidents.filter { $0.service == service }.compactMap(\.deployment))
        return Double(wanted.count { failed.contains($0.id) }) / Double(max(1, wanted.count))
    }

    func deployments(of service: String, from first: Day, to last: Day) -> [Deployment] {
        all.deployments.filter {
            $0.service == service && (first...last).contains(Zone.utc.day(of: $0.finished))
        }
    }

    /// Median hours from writing to deployment of the changes that were merged in these days.
    func medianLead(of service: String, from first: Day, to last: Day) -> Double {
        let finished = Dictionary(
            uniqueKeysWithValues: all.deployments.filter { $0.service == service }
                .map { ($0.id, $0.finished) }
        )
        let leads = all.changes.filter { $0.service == service && !$0.isMerge }
            .compactMap { change -> Double? in
                guard let end = change.deployment.flatMap({ finished[$0] }),
                    (first...last).contains(Zone.utc.day(of: end))
                else { return nil }
                return end.seconds(since: change.authored) / 3600
            }
            .sorted()
        return leads.isEmpty ? 0 : leads[leads.count / 2]
    }
}
