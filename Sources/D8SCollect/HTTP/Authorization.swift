/// How a request says who it is from.
package enum Authorization: Hashable, Sendable {
    /// RFC 7617.
    case basic(user: String, password: Secret)
    /// RFC 6750.
    case bearer(Secret)
    /// A header of its own, for example `PRIVATE-TOKEN`, whose value is `prefix` and the secret.
    case header(name: String, prefix: String, value: Secret)

    package var secret: Secret {
        switch self {
        case .basic(_, let secret), .bearer(let secret), .header(_, _, let secret): secret
        }
    }
}
