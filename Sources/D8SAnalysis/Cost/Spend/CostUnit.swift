/// Something that is counted, so that the spend can be divided by it: a deployment, a session.
package struct CostUnit: Hashable, Sendable {
    /// How its number is known.
    package enum Count: Hashable, Sendable {
        /// Successful deployments of all services.
        case deployments
        /// Runs of pipelines that have ended.
        case runs
        /// The sum of a PromQL expression's values at the end of each day.
        case query(String)
    }

    /// One of it: `deployment`, `session`.
    package let name: String
    package let count: Count
    /// The cost is of so many of them.
    package let per: Int
    /// Which costs are divided.
    package let filter: SpendFilter

    package init(name: String, count: Count, per: Int = 1, filter: SpendFilter = .all) {
        self.name = name
        self.count = count
        self.per = per
        self.filter = filter
    }
}
