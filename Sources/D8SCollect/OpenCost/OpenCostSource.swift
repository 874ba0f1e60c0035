package import D8SModel

/// Costs of Kubernetes as OpenCost or Kubecost allocates them, from its API or from kept answers.
///
/// <https://opencost.io/docs/integrations/api>, "Allocation API".
package struct OpenCostSource: Hashable, Sendable {
    /// Address of the server, with the path of the API if it is not `/allocation/compute`; or files,
    /// folders and patterns of answers.
    package var places: [String]
    /// The currency that the server is configured with: its answers do not say it.
    package var currency: Currency
    /// What the costs are added up by: `namespace`, or several as `namespace,controller,pod`.
    package var aggregate: String
    /// Whole days (UTC) that are asked for, since the last ones may still change.
    package var days: Int
    /// Whether what nobody asked for is a cost of its own (`__idle__`).
    package var includesIdle: Bool
    /// Whether idle cost is shared out among the others instead.
    package var sharesIdle: Bool
    /// Namespaces whose cost the others share, separated by commas; nil for none.
    package var sharedNamespaces: String?
    package var access: HTTPAccess

    package init(
        places: [String],
        currency: Currency,
        aggregate: String = "namespace,controllerKind,controller,pod",
        days: Int = 3,
        includesIdle: Bool = true,
        sharesIdle: Bool = false,
        sharedNamespaces: String? = nil,
        access: HTTPAccess = HTTPAccess()
    ) {
        self.places = places
        self.currency = currency
        self.aggregate = aggregate
        self.days = days
        self.includesIdle = includesIdle
        self.sharesIdle = sharesIdle
        self.sharedNamespaces = sharedNamespaces
        self.access = access
    }

    /// Whether a place is a server.
    static func isAddress(_ place: String) -> Bool {
        place.hasPrefix("http://") || place.hasPrefix("https://")
    }

    /// The address that is asked for one day.
    func url(_ server: String, from start: Day, to end: Day) -> String {
        let hasPath = server.dropFirst(8).drop { $0 != "/" }.count > 1
        let base =
            hasPath
            ? server
            : (server.hasSuffix("/") ? "\(server.dropLast())" : server)
                + "/allocation/compute"
        var url = base + (base.contains("?") ? "&" : "?")
        url += "window=\(start)T00:00:00Z,\(end)T00:00:00Z&step=1d&accumulate=false"
        url += "&aggregate=\(aggregate)&includeIdle=\(includesIdle)&shareIdle=\(sharesIdle)"
        if let sharedNamespaces { url += "&shareNamespaces=\(sharedNamespaces)" }
        return url
    }
}
