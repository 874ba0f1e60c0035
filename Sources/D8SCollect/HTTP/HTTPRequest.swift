/// One request to a server.
package struct HTTPRequest: Hashable, Sendable {
    package var method: String
    /// Absolute, `http` or `https`, percent-encoded.
    package var url: String
    /// Beside those that `access` asks for, and `Accept-Encoding: gzip`, which is always said.
    package var headers: [Header]
    package var body: [UInt8]
    package var access: HTTPAccess
    /// Whether it may be made twice without harm.
    ///
    /// GET and HEAD are; a POST that only asks may be said to be.
    package var isRepeatable: Bool

    package struct Header: Hashable, Sendable {
        package var name: String
        package var value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    package init(
        _ url: String,
        method: String = "GET",
        headers: [Header] = [],
        body: [UInt8] = [],
        access: HTTPAccess = HTTPAccess()
    ) {
        self.url = url
        self.method = method
        self.headers = headers
        self.body = body
        self.access = access
        isRepeatable = method == "GET" || method == "HEAD"
    }
}
