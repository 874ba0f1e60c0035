import D8SCollect

extension MappingReader {
    /// The keys that every source behind HTTP has.
    static let accessExample = """
        #     bearer: file:/run/secrets/token   # who asks: ${NAME} or file:PATH, never the secret
        #       # or basic: {user: d8s, password: ${PASSWORD}}
        #       # or header: {name: PRIVATE-TOKEN, prefix: "Token ", value: ${TOKEN}}
        #     tls: {ca: ca.pem, cert: client.pem, key: client.key, server_name: db1, verify: true}
        #     timeout: 30s               # one request, from connecting to the last byte
        #     retries: 2                 # when it fails for a passing reason
        #     body_limit: 64MB           # the most bytes of one answer
        """

    /// How the server of this source is spoken to.
    mutating func access(in folder: String) -> HTTPAccess {
        var access = HTTPAccess(authorization: authorization(in: folder))
        access.timeout = duration("timeout") ?? access.timeout
        access.retries =
            value("retries", form: "a whole number from 0 to 10") {
                Int($0).flatMap { (0...10).contains($0) ? $0 : nil }
            } ?? access.retries
        access.bodyLimit =
            value("body_limit", form: "a size such as 64MB", ByteText.bytes) ?? access.bodyLimit
        nested("tls", title: "`tls`") { tls in
            func path(_ key: String) -> String? {
                tls.string(key).map { FilePath.absolute($0, in: folder) }
            }
            access.authorities = path("ca")
            access.certificate = path("cert")
            access.key = path("key")
            access.serverName = tls.string("server_name")
            access.verifiesServer = tls.flag("verify") ?? true
            if (access.certificate == nil) != (access.key == nil) {
                tls.noteMissing("`tls` needs both `cert` and `key`, or neither")
            }
        }
        return access
    }

    private mutating func authorization(in folder: String) -> Authorization? {
        var found: [Authorization] = []
        nested("basic", title: "`basic`") { basic in
            let user = basic.string("user"), password = basic.secret("password", in: folder)
            if let user, let password { found.append(.basic(user: user, password: password)) }
        }
        if let token = secret("bearer", in: folder) { found.append(.bearer(token)) }
        nested("header", title: "`header`") { header in
            let name = header.string("name"), secret = header.secret("value", in: folder)
            let prefix = header.string("prefix") ?? ""
            if let name, let secret {
                found.append(.header(name: name, prefix: prefix, value: secret))
            }
        }
        if found.count > 1 { noteMissing("give one of `basic`, `bearer` and `header`") }
        return found.first
    }

    /// Reads the mapping under `key`, if there is one, with its unknown keys noted.
    mutating func nested(
        _ key: String,
        title: String,
        _ read: (inout MappingReader) -> Void
    ) {
        guard let node = node(key) else { return }
        var inner = nestedReader(node, title: title)
        read(&inner)
        absorb(inner.finish())
    }
}
