import D8SCollect
import Synchronization

/// What the tests of the transport share.
enum HTTPFixture {
    /// A transport that does not really wait, and how long it would have.
    static func transport() -> (transport: HTTPClientTransport, waits: Waits) {
        let waits = Waits()
        return (HTTPClientTransport { waits.add($0) }, waits)
    }

    /// A request to fetch this, without repetitions unless a test wants some.
    static func request(
        _ url: String,
        retries: Int = 0,
        timeout: Double = 10,
        limit: Int = 1 << 20
    ) -> HTTPRequest {
        var request = HTTPRequest(url)
        request.access.retries = retries
        request.access.timeout = timeout
        request.access.bodyLimit = limit
        return request
    }

    /// The sentence of the error that this request ends with; its status as a text if it does not.
    static func failure(
        _ request: HTTPRequest,
        _ transport: HTTPClientTransport = .shared
    ) async -> String {
        do throws(CollectError) {
            return "answered \(try await transport.send(request).status)"
        } catch {
            return error.description
        }
    }

    final class Waits: Sendable {
        private let seconds = Mutex<[Double]>([])

        var all: [Double] { seconds.withLock(\.self) }

        func add(_ wait: Double) {
            seconds.withLock { $0.append(wait) }
        }
    }
}
