import D8SModel

/// Which parts of a spend the charges of a key belong to.
struct SpendPlaces {
    /// Each part once, with the only account that is charged for it; the whole last.
    let parts: [(part: SpendPart, account: String?)]
    /// Places among the parts, by key; none for what is not use.
    let ofKey: [[Int]]

    /// - Parameters:
    ///   - keys: All keys.
    ///   - used: The places of those that are charged for.
    init(_ keys: [CostKey], _ used: Set<Int>) {
        let known = used.sorted().filter { keys[$0].isUsage }
        var accounts: [String: Set<String?>] = [:], all: Set<String?> = []
        for key in known.lazy.map({ keys[$0] }) {
            let account = SpendDimension.account.name(of: key)
            all.insert(account)
            if let service = key[.service] { accounts[service, default: []].insert(account) }
        }
        let hasProviders = Set(known.map { keys[$0][.provider] }).count > 1
        var members: [SpendPart: [Int]] = [:]
        for place in known {
            let key = keys[place], account = SpendDimension.account.name(of: key)
            var own: [SpendPart] = [.whole]
            if hasProviders, let name = key[.provider] { own.append(.provider(name)) }
            if all.count > 1, let account { own.append(.account(account)) }
            if let service = key[.service] {
                own.append(.service(service))
                let isShared = (accounts[service]?.count ?? 0) > 1
                if isShared, let account { own.append(.serviceInAccount(service, account)) }
            }
            for part in own { members[part, default: []].append(place) }
        }
        let sorted = members.keys.sorted { ($0.name ?? "\u{10FFFF}") < ($1.name ?? "\u{10FFFF}") }
        var ofKey = [[Int]](repeating: [], count: keys.count)
        for (place, part) in sorted.enumerated() {
            for key in members[part] ?? [] { ofKey[key].append(place) }
        }
        self.ofKey = ofKey
        parts = sorted.map { part in (part, Self.account(of: part, accounts)) }
    }

    private static func account(
        of part: SpendPart,
        _ accounts: [String: Set<String?>]
    ) -> String? {
        switch part {
        case .whole, .provider: nil
        case .account(let name), .serviceInAccount(_, let name): name
        case .service(let name):
            accounts[name].flatMap { $0.count == 1 ? $0.first ?? nil : nil }
        }
    }
}
