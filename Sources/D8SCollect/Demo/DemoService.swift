import D8SModel

/// One service of the demo and its habits.
struct DemoService: Sendable {
    let service: Service
    /// Deployments per working day.
    let rate: Double
    /// Share of its deployments that need repair.
    let failRate: Double
    /// Median seconds from writing a change to its deployment.
    let leadTime: Double
    let plant: Plant?

    /// Habits by position, so that services differ but a demo of any size has all sorts.
    private static let rates = [1.4, 2.0, 1.0, 1.0, 0.8, 0.6, 0.4, 1.2, 0.7, 0.5, 0.9, 0.3]
    private static let failRates = [0.05, 0.06, 0.04, 0.05, 0.06, 0.03, 0.05, 0.04]
    private static let leadHours: [Double] = [9, 6, 10, 14, 8, 20, 26, 7, 12, 18, 16, 22, 11]

    init(index: Int, plant: Plant?) {
        service = Self.service(at: index)
        rate = Self.rates[index % Self.rates.count]
        failRate = Self.failRates[index % Self.failRates.count]
        leadTime = Self.leadHours[index % Self.leadHours.count] * 3600
        self.plant = plant
    }

    static func service(at index: Int) -> Service {
        let base = DemoWords.services[index % DemoWords.services.count]
        let round = index / DemoWords.services.count
        let suffixes = DemoWords.suffixes
        let suffix = round < suffixes.count ? suffixes[round] : "-\(round + 1)"
        return Service(name: base.name + suffix, team: base.team)
    }

    func failRate(on day: Day) -> Double {
        has(.failRate, on: day) ? 0.4 : failRate
    }

    func leadTime(on day: Day) -> Double {
        has(.leadTime, on: day) ? leadTime * 6 : leadTime
    }

    func isSilent(on day: Day) -> Bool {
        has(.silence, on: day)
    }

    private func has(_ kind: Plant.Kind, on day: Day) -> Bool {
        plant.map { $0.kind == kind && day >= $0.since } ?? false
    }
}
