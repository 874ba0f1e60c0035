package import D8SModel

/// The delivery of all services over one window.
///
/// Teams are lists of services, never one number.
package struct DeliveryReport: Hashable, Sendable {
    package let window: Window
    /// By name.
    package let services: [ServiceDelivery]
    /// The editions that the grades refer to.
    package let benchmarks: [Benchmark]

    package init(window: Window, services: [ServiceDelivery], benchmarks: [Benchmark]) {
        self.window = window
        self.services = services
        self.benchmarks = benchmarks
    }

    /// Names of the services of each team, teams and services in order of name; services without a
    /// team are under nil, last.
    package var teams: [(team: String?, services: [ServiceDelivery])] {
        let groups = Dictionary(grouping: services, by: \.service.team)
        let named = groups.keys.compactMap(\.self).sorted().map { ($0 as String?) }
        return (named + (groups[nil] == nil ? [] : [nil])).map { ($0, groups[$0] ?? []) }
    }
}
