import Synchronization

@testable import D8SCollect

/// A server that answers everything with one body and remembers what it was asked.
final class Asked: HTTPTransport {
    private let asked = Mutex<[String]>([])
    private let body: [UInt8]

    init(body: String) {
        self.body = Array(body.utf8)
    }

    var urls: [String] { asked.withLock(\.self) }

    func send(_ request: HTTPRequest) async throws(CollectError) -> HTTPAnswer {
        asked.withLock { $0.append(request.url) }
        return HTTPAnswer(status: 200, body: body)
    }
}
