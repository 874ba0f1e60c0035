package import D8SModel

/// What costs are grouped by.
package enum SpendDimension: Hashable, Sendable {
    case field(CostField)
    /// The first of several fields that says something, as an account's name or else its id.
    case account
    case resource
    case tag(String)

    /// The words of the command line and the configuration, with the dimensions they mean.
    package static let words: [(word: String, dimension: SpendDimension)] = [
        ("account", .account), ("category", .field(.serviceCategory)),
        ("charge", .field(.chargeCategory)), ("cluster", .field(.cluster)),
        ("commitment", .field(.commitment)), ("controller", .field(.controller)),
        ("namespace", .field(.namespace)), ("node", .field(.node)),
        ("provider", .field(.provider)), ("region", .field(.region)), ("resource", .resource),
        ("service", .field(.service)), ("sku", .field(.sku)),
    ]

    /// `service`, `tag:team`; nil for another word.
    package init?(_ word: some StringProtocol) {
        if word.hasPrefix("tag:"), word.count > 4 {
            self = .tag(String(word.dropFirst(4)))
        } else if let known = Self.words.first(where: { $0.word == word }) {
            self = known.dimension
        } else {
            return nil
        }
    }

    /// Whether only allocations to clusters say it.
    package var isOfAllocations: Bool {
        switch self {
        case .field(let field): [.cluster, .namespace, .controller, .node].contains(field)
        case .account, .resource, .tag: false
        }
    }

    /// The word that means it.
    package var word: String {
        if case .tag(let name) = self { return "tag:" + name }
        return Self.words.first { $0.dimension == self }?.word ?? "field"
    }

    /// What the key says of it; nil if nothing.
    package func name(of key: CostKey) -> String? {
        switch self {
        case .field(let field): key[field]
        case .account:
            key[.subAccountName] ?? key[.subAccount] ?? key[.billingAccountName]
                ?? key[.billingAccount]
        case .resource: key[.resourceName] ?? key[.resource]
        case .tag(let name): key.tag(name)
        }
    }
}
