import CPostgres

extension PostgresAccess {
    /// Why an address cannot be used: what is wrong and the mend; never holds the password.
    package struct URLFault: Error, Hashable, Sendable, CustomStringConvertible {
        package let description: String

        init(_ description: String) {
            self.description = description
        }
    }

    /// Reads `postgresql://user@host:5432/database?sslmode=require`, as libpq does.
    ///
    /// - Parameters:
    ///   - url: The address.
    ///   - user: Who asks if the address does not say.
    /// - Throws: `URLFault`, for a password in it too.
    package init(url: String, user: String) throws(URLFault) {
        let parts = try Self.parts(of: url)
        guard parts["password"] == nil else {
            throw URLFault(
                "a password does not belong into this file: take it out of the URL (and change it"
                    + " if the file was shared) and say `password: ${NAME}` or `password: file:PATH`"
            )
        }
        let known = ["host", "port", "dbname", "user", "sslmode"]
        if let other = parts.keys.sorted().first(where: { !known.contains($0) }) {
            throw URLFault("the URL's `\(other.abridged)` is not used: take it out")
        }
        guard let database = parts["dbname"] else {
            throw URLFault("the URL names no database: postgresql://host:5432/DATABASE")
        }
        self.init(
            host: parts["host"] ?? "localhost",
            database: database,
            user: parts["user"] ?? user
        )
        if let text = parts["port"] { port = try Self.port(text) }
        if let word = parts["sslmode"] { tlsMode = try Self.mode(word) }
    }

    private static func port(_ text: String) throws(URLFault) -> Int {
        guard let port = Int(text), (1...65_535).contains(port) else {
            throw URLFault("the URL's port is no number from 1 to 65535")
        }
        return port
    }

    private static func mode(_ word: String) throws(URLFault) -> TLSMode {
        guard let mode = TLSMode(rawValue: word) else {
            let words = TLSMode.allCases.map(\.rawValue).joined(separator: ", ")
            throw URLFault("the URL's sslmode is none of \(words)")
        }
        return mode
    }

    /// What the address says, by libpq's keywords.
    private static func parts(of url: String) throws(URLFault) -> [String: String] {
        let isURL = url.hasPrefix("postgresql://") || url.hasPrefix("postgres://")
        // libpq's own words may hold the whole address, so they are not passed on.
        guard isURL, let options = PQconninfoParse(url, nil) else {
            throw URLFault("it has to be a URL such as postgresql://user@host:5432/database")
        }
        defer { PQconninfoFree(options) }
        var parts: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val {
                parts[String(cString: keyword)] = String(cString: value)
            }
            option += 1
        }
        return parts
    }
}
