import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOSSL

/// One request on its way to one server: the first, or one that a redirect led to.
struct HTTPHop: Sendable {
    /// How often a request may be redirected.
    static let limit = 5

    let address: HTTPAddress
    let access: HTTPAccess
    let credentials: Credentials
    private let method: String
    private let headers: [HTTPRequest.Header]
    private let body: [UInt8]
    private let tls: TLSConfiguration?

    /// - Throws: `CollectError.unusable`, `.secretMissing`.
    init(_ request: HTTPRequest) throws(CollectError) {
        address = try HTTPAddress(request.url)
        access = request.access
        credentials = try Credentials(request.access.authorization)
        method = request.method
        headers = request.headers
        body = request.body
        tls = address.isSecure ? try access.tls() : nil
    }

    private init(
        _ address: HTTPAddress,
        _ access: HTTPAccess,
        from hop: HTTPHop,
        keepsBody: Bool
    ) throws(CollectError) {
        let isSameServer = address.isSameServer(as: hop.address)
        self.address = address
        self.access = access
        credentials = isSameServer ? hop.credentials : try Credentials(nil)
        method = keepsBody || hop.method == "HEAD" ? hop.method : "GET"
        body = keepsBody ? hop.body : []
        headers = hop.headers.filter {
            isSameServer || ["accept", "content-type"].contains($0.name.lowercased())
        }
        tls = address.isSecure ? try access.tls() : nil
    }

    /// The name under which the server is asked for its certificate, if it is not its host.
    var alias: HTTPClients.Alias? {
        guard address.isSecure, let name = access.serverName, name != address.host else {
            return nil
        }
        let isBracketed = address.host.hasPrefix("[")
        let host = isBracketed ? String(address.host.dropFirst().dropLast()) : address.host
        return HTTPClients.Alias(name: name, host: host)
    }

    /// Where this answer leads; nil if it is no redirect.
    ///
    /// Another server gets neither the authorization nor the client's certificate.
    func next(after answer: HTTPAnswer) throws(HTTPFailure) -> HTTPHop? {
        guard [301, 302, 303, 307, 308].contains(answer.status),
            let location = answer.header("Location")
        else { return nil }
        let shown = HTTPAddress.shown(location)
        guard let target = address.resolving(location) else {
            throw bad("it redirects to \(shown), which is no address")
        }
        guard target.isSecure || !address.isSecure else {
            throw bad("it redirects from https to \(shown), which anyone may read")
        }
        let keepsBody = answer.status == 307 || answer.status == 308
        do throws(CollectError) {
            let access = target.isSameServer(as: address) ? self.access : access.forStrangers
            return try HTTPHop(target, access, from: self, keepsBody: keepsBody)
        } catch {
            throw HTTPFailure(error)
        }
    }

    /// The request in the client library's words.
    func message() throws(CollectError) -> HTTPClientRequest {
        var message = HTTPClientRequest(url: url)
        message.method = HTTPMethod(rawValue: method)
        if alias != nil { message.headers.add(name: "Host", value: address.authority) }
        for header in headers + [credentials.header].compactMap(\.self) {
            guard header.isPlain else {
                throw .unusable(
                    what: "The header \(header.name.filter { $0.isLetter || $0 == "-" })",
                    reason: "it holds control characters",
                    mend: "Write it on one line."
                )
            }
            message.headers.replaceOrAdd(name: header.name, value: header.value)
        }
        message.headers.replaceOrAdd(name: "Accept-Encoding", value: "gzip")
        if !message.headers.contains(name: "User-Agent") {
            message.headers.add(name: "User-Agent", value: "d8s")
        }
        if !body.isEmpty { message.body = .bytes(ByteBuffer(bytes: body)) }
        message.tlsConfiguration = tls
        return message
    }

    private var url: String {
        guard let alias else { return address.text }
        return "https://" + alias.name + (address.port.map { ":\($0)" } ?? "") + address.target
    }

    private func bad(_ reason: String) -> HTTPFailure {
        HTTPFailure(.badAnswer(address: address.shown, reason: reason))
    }
}

extension HTTPAccess {
    /// The same for a server that was not configured but redirected to.
    fileprivate var forStrangers: HTTPAccess {
        var access = self
        access.authorization = nil
        access.certificate = nil
        access.key = nil
        access.serverName = nil
        access.verifiesServer = true
        return access
    }
}

extension HTTPRequest.Header {
    /// Whether it can stand in a request (RFC 9110 section 5.5) without becoming two headers.
    fileprivate var isPlain: Bool {
        let isToken = name.utf8.allSatisfy {
            $0.isDigit || ($0 | 0x20) &- UInt8(ascii: "a") < 26
                || "!#$%&'*+-.^_`|~".utf8.contains($0)
        }
        return isToken && !name.isEmpty
            && value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
    }
}
