package import D8SModel

/// One persistent volume over the days of a window.
package struct VolumeUse: Hashable, Sendable {
    package var cluster: String
    package var name: String
    package var storageClass: String?
    /// What an exporter of prices said that a GiB-hour costs; nil if none did.
    package var price: ExactDecimal?
    /// GiB-hours that it had, by the index of the day.
    package var capacity: [Double]
    /// GiB-hours of it that a claim asked for, by the index of the day.
    package var claimed: [Double]
    /// Namespace and name of its claim; empty if none claims it.
    package var claimNamespace, claim: String
    /// The pods that mount it, or the claim's namespace if none does.
    package var users: [CostPlace]
    /// Whether a pod mounted it at some time of the window; nil where nothing is known of mounts.
    package var isMounted: Bool?
    /// Days without a claim until the end of the window.
    package var unclaimedDays: Double

    package init(
        cluster: String = "",
        name: String,
        storageClass: String? = nil,
        price: ExactDecimal? = nil,
        capacity: [Double],
        claimed: [Double],
        claimNamespace: String = "",
        claim: String = "",
        users: [CostPlace] = [],
        isMounted: Bool? = nil,
        unclaimedDays: Double = 0
    ) {
        self.cluster = cluster
        self.name = name
        self.storageClass = storageClass
        self.price = price
        self.capacity = capacity
        self.claimed = claimed
        self.claimNamespace = claimNamespace
        self.claim = claim
        self.users = users
        self.isMounted = isMounted
        self.unclaimedDays = unclaimedDays
    }
}
