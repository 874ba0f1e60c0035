/// What carries requests to servers.
package protocol HTTPTransport: Sendable {
    /// Makes one request, again where `access.retries` allows and the reason may pass (no
    /// connection, 429 and 503 with `Retry-After`, other 5xx).
    ///
    /// - Returns: The answer with its status, which may be 4xx or 5xx.
    /// - Throws: `CollectError.unreachable`, `.timedOut`, `.tooLarge`, `.badAnswer` (broken
    ///   compression, a lie about the length), `.secretMissing`.
    func send(_ request: HTTPRequest) async throws(CollectError) -> HTTPAnswer
}
