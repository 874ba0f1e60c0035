/// What carries requests to servers.
package protocol HTTPTransport: Sendable {
    /// Makes one request, again where `access.retries` allows and the reason may pass: no
    /// connection; if it is repeatable also a connection that broke off and the statuses 429, 502,
    /// 503 and 504, after the time that `Retry-After` asks for up to two minutes.
    ///
    /// Redirects are followed up to five times, never from https to http; another server gets no
    /// authorization.
    ///
    /// - Returns: The answer with its status, which may be 4xx or 5xx; its words then hold no secret.
    /// - Throws: `CollectError.unreachable`, `.timedOut`, `.tooLarge`, `.badAnswer` (broken
    ///   compression, no HTTP), `.secretMissing`, `.unusable` (the address, a certificate's file).
    func send(_ request: HTTPRequest) async throws(CollectError) -> HTTPAnswer
}
