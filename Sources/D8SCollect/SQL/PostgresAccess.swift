/// Where a PostgreSQL database is, and who asks.
package struct PostgresAccess: Hashable, Sendable {
    /// How far the connection is encrypted and the server proved, in PostgreSQL's words (`sslmode`).
    package enum TLSMode: String, Hashable, Sendable, CaseIterable {
        case disable, prefer, require
        case verifyAuthority = "verify-ca"
        case verifyFull = "verify-full"
    }

    /// A name, an address, or the folder of a Unix socket, which begins with `/`.
    package var host: String
    package var port: Int
    package var database: String
    package var user: String
    package var password: Secret?
    /// Nil for the one that suits the host.
    package var tlsMode: TLSMode?
    /// PEM file of the authorities to trust; nil for the system's.
    package var authorities: String?
    /// PEM files of the client's certificate and key; nil for none.
    package var certificate: String?
    package var key: String?

    package init(
        host: String,
        port: Int = 5432,
        database: String,
        user: String,
        password: Secret? = nil
    ) {
        self.host = host
        self.port = port
        self.database = database
        self.user = user
        self.password = password
    }

    /// `postgres:db1/orders`: without user, port and secrets.
    package var name: String { "postgres:\(host)/\(database)" }

    /// Whether it is this machine: a socket or a loopback address.
    var isLocal: Bool {
        host.isEmpty || host.hasPrefix("/") || host == "localhost" || host == "::1"
            || host.hasPrefix("127.")
    }

    /// The mode that is used: a server elsewhere has to prove who it is.
    var effectiveMode: TLSMode { tlsMode ?? (isLocal ? .prefer : .verifyFull) }

    /// What libpq is given, without the password.
    var parameters: [(String, String)] {
        var list = [
            ("host", host), ("port", String(port)), ("dbname", database), ("user", user),
            ("sslmode", effectiveMode.rawValue), ("gssencmode", "disable"),
            ("client_encoding", "UTF8"), ("application_name", "d8s"), ("keepalives", "1"),
        ]
        let isVerified = effectiveMode == .verifyFull || effectiveMode == .verifyAuthority
        if let file = authorities ?? (isVerified ? SystemAuthorities.file : nil) {
            list.append(("sslrootcert", file))
        }
        if let certificate { list.append(("sslcert", certificate)) }
        if let key { list.append(("sslkey", key)) }
        return list
    }
}
