import D8SModel

/// One allocation of an answer: what something in a cluster cost in a window.
struct OpenCostAllocation {
    let name: String
    let window: Window?
    private let value: JSONValue

    init(_ value: JSONValue, name: String) {
        self.value = value
        self.name = name
        let window = value["window"]
        let start = window?["start"]?.string.flatMap { Instant(iso8601: $0) }
        let end = window?["end"]?.string.flatMap { Instant(iso8601: $0) }
        self.window = start.flatMap { start in end.map { Window(start: start, end: $0) } }
    }

    var cluster: String { property("cluster") ?? "" }

    var total: ExactDecimal? { number("totalCost") }

    /// The cost of a part; nil if the answer says nothing of it.
    func cost(of part: OpenCostPart) -> ExactDecimal? {
        let costs = part.costs.compactMap(number)
        return costs.isEmpty ? nil : ExactDecimal.sum(costs)
    }

    func quantity(of part: OpenCostPart) -> (amount: ExactDecimal, unit: String)? {
        part.quantity.flatMap { quantity in
            number(quantity.member).map { ($0, quantity.unit) }
        }
    }

    /// What it is for, without the part: the namespace of `__idle__` and `__unmounted__` is their
    /// name.
    var key: CostKey {
        var key = CostKey([
            .provider: "OpenCost", .chargeCategory: "Usage", .resourceName: name,
        ])
        key[.billingAccount] = cluster
        key[.cluster] = property("cluster")
        key[.namespace] = property("namespace") ?? (name.hasPrefix("__") ? name : nil)
        key[.controllerKind] = property("controllerKind")
        key[.controller] = property("controller")
        key[.pod] = property("pod")
        key[.container] = property("container")
        key[.node] = property("node")
        key[.resource] = property("providerID")
        key.tags = tags
        return key
    }

    /// Labels, those of the namespace where the pod has none of the name.
    private var tags: [Label] {
        let properties = value["properties"]
        var tags = properties?["namespaceLabels"]?.members ?? [:]
        tags.merge(properties?["labels"]?.members ?? [:]) { $1 }
        return tags.compactMap { name, value in
            value.text.flatMap { name.isEmpty ? nil : Label(name, $0) }
        }.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    private func property(_ name: String) -> String? {
        value["properties"]?[name]?.string.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// A number as it is written; one of binary arithmetic with more digits than are kept is
    /// rounded to twelve after the point.
    private func number(_ member: String) -> ExactDecimal? {
        guard case .number(let text)? = value[member] else { return nil }
        if let exact = ExactDecimal(text) { return exact }
        guard let binary = Double(text), abs(binary) < 1e15 else { return nil }
        return Int128(exactly: (binary * 1e12).rounded()).flatMap {
            ExactDecimal(coefficient: $0, scale: 12)
        }
    }
}
