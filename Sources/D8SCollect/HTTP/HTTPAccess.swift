/// How a server is spoken to: who asks, whom it trusts, and what it may cost.
package struct HTTPAccess: Hashable, Sendable {
    package var authorization: Authorization?
    /// PEM file of the authorities to trust; nil for the system's.
    package var authorities: String?
    /// PEM files of the client's certificate chain and key, for mutual TLS; nil for none.
    package var certificate: String?
    package var key: String?
    /// The name that the server's certificate has to carry; nil for the address' own host.
    package var serverName: String?
    /// False accepts any certificate.
    package var verifiesServer = true
    /// Seconds for one request as a whole, from connecting to the last byte.
    package var timeout = 30.0
    /// How often a request that failed for a passing reason is made again.
    package var retries = 2
    /// The most seconds that a server may ask to wait before another attempt; an answer that asks
    /// for more stands.
    package var longestWait = 120.0
    /// The most bytes of one answer, decompressed.
    package var bodyLimit = 64 << 20

    package init(authorization: Authorization? = nil) {
        self.authorization = authorization
    }
}
