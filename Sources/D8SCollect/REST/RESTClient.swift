import D8SModel

/// Sends a source's requests one after the other, no faster than the server allows.
struct RESTClient {
    let transport: any HTTPTransport
    let now: @Sendable () -> Instant
    /// Waits for this many seconds.
    let sleep: @Sendable (Double) async throws -> Void
    /// The most seconds of one wait.
    let longestWait: Double
    /// Seconds waited in this collection.
    private var waited = 0.0
    /// When the server may be asked again, as its last answer said.
    private var pause: Instant?

    /// How often one request is made again because it came too soon.
    private static let attempts = 5
    /// How many of the longest waits a collection may spend.
    private static let waits = 5.0

    init(
        transport: any HTTPTransport,
        now: @escaping @Sendable () -> Instant,
        sleep: @escaping @Sendable (Double) async throws -> Void,
        longestWait: Double
    ) {
        self.transport = transport
        self.now = now
        self.sleep = sleep
        self.longestWait = longestWait
    }

    /// The server's answer, once it lets us ask.
    ///
    /// - Throws: `CollectError.rateLimited` if it asks for more patience than there is, and what the
    ///   transport throws.
    mutating func answer(to request: HTTPRequest) async throws(CollectError) -> HTTPAnswer {
        let address = RESTOrigin.shown(request.url)
        for _ in 0..<Self.attempts {
            if let pause { try await wait(until: pause, for: address) }
            let answer = try await transport.send(request)
            let limit = RateLimit(answer, now: now())
            pause = limit.until
            guard limit.isRefusal else { return answer }
            guard pause != nil else { break }
        }
        throw .rateLimited(address: address, until: pause)
    }

    private mutating func wait(
        until instant: Instant,
        for address: String
    ) async throws(CollectError) {
        let seconds = instant.seconds(since: now())
        guard seconds > 0 else { return }
        guard seconds <= longestWait, waited + seconds <= longestWait * Self.waits else {
            throw .rateLimited(address: address, until: instant)
        }
        waited += seconds
        do {
            try await sleep(seconds)
        } catch {
            throw .unreachable(address: address, reason: "the collection was stopped")
        }
    }
}
