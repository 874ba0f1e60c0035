import D8SModel

/// What findings of one service have in common, so that one trouble is one item.
enum Cause {
    /// Deployments that go wrong: how many, for how long, with how much repair.
    static func failures(_ service: ServiceDelivery) -> String {
        "failures-\(service.service.name)"
    }

    /// Work that reaches users later or more rarely.
    static func flow(_ service: ServiceDelivery) -> String {
        "flow-\(service.service.name)"
    }

    /// The cause that a measure's findings belong to.
    static func of(_ measure: MeasureName, _ service: ServiceDelivery) -> String {
        switch measure {
        case .changeFailRate, .recoveryTime, .reworkRate: failures(service)
        default: flow(service)
        }
    }
}
