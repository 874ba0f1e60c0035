import D8SModel

/// A part of the spend that is looked at for itself.
package enum SpendPart: Hashable, Sendable {
    case whole
    case provider(String)
    case account(String)
    case service(String)
    /// A service in one of the accounts that are charged for it.
    case serviceInAccount(String, String)

    /// The service that it is, or is a part of.
    package var service: String? {
        switch self {
        case .service(let name), .serviceInAccount(let name, _): name
        case .whole, .provider, .account: nil
        }
    }

    /// Which charges are meant.
    package var filter: SpendFilter {
        switch self {
        case .whole: .all
        case .provider(let name): SpendFilter([.init(.field(.provider), name)])
        case .account(let name): SpendFilter([.init(.account, name)])
        case .service(let name): SpendFilter([.init(.field(.service), name)])
        case .serviceInAccount(let service, let account):
            SpendFilter([.init(.field(.service), service), .init(.account, account)])
        }
    }

    /// What people call it; nil: the whole.
    package var name: String? {
        switch self {
        case .whole: nil
        case .provider(let name): "Provider \(name)"
        case .account(let name): "Account \(name)"
        case .service(let name): name
        case .serviceInAccount(let service, let account): "\(service) in account \(account)"
        }
    }

    /// What it is made of, level by level.
    var levels: [SpendDimension] {
        switch self {
        case .whole: [.field(.service)]
        case .provider: [.account, .field(.service)]
        case .account: [.field(.service), .field(.region), .resource]
        case .service: [.account, .field(.region), .resource]
        case .serviceInAccount: [.field(.region), .resource]
        }
    }
}
