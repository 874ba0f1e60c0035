/// What `Authorization` comes to when its secret is read: a header, and what must never be shown.
struct Credentials: Sendable {
    /// Nil if nobody has to be named.
    let header: HTTPRequest.Header?
    let redactor: Redactor

    /// - Throws: `CollectError.secretMissing`.
    init(_ authorization: Authorization?) throws(CollectError) {
        guard let authorization else {
            header = nil
            redactor = Redactor(hiding: [])
            return
        }
        let value = try authorization.secret.value()
        switch authorization {
        case .basic(let user, _):
            let word = Base64.encoded("\(user):\(value)".utf8)
            header = HTTPRequest.Header("Authorization", "Basic \(word)")
            redactor = Redactor(hiding: [value, word])
        case .bearer:
            header = HTTPRequest.Header("Authorization", "Bearer \(value)")
            redactor = Redactor(hiding: [value])
        case .header(let name, let prefix, _):
            header = HTTPRequest.Header(name, prefix + value)
            redactor = Redactor(hiding: [value])
        }
    }
}
