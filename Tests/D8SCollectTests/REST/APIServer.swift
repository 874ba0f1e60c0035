import D8SModel
import Synchronization

@testable import D8SCollect

/// A server inside the test: answers, and remembers what it was asked.
final class APIServer: HTTPTransport {
    private let asked = Mutex<[HTTPRequest]>([])
    private let answer: @Sendable (HTTPRequest) -> HTTPAnswer

    init(_ answer: @escaping @Sendable (HTTPRequest) -> HTTPAnswer) {
        self.answer = answer
    }

    /// Answers by the address' end behind the host; everything else is not found.
    convenience init(_ answers: [String: String], headers: [String: [String: String]] = [:]) {
        self.init { request in
            let target = String(request.url.dropFirst("https://api.test".count))
            guard let body = answers[target] else { return HTTPAnswer(status: 404) }
            let lines = (headers[target] ?? [:]).sorted { $0.key < $1.key }
            return HTTPAnswer(
                status: 200,
                headers: lines.map { .init($0.key, $0.value) },
                body: Array(body.utf8)
            )
        }
    }

    func send(_ request: HTTPRequest) async throws(CollectError) -> HTTPAnswer {
        asked.withLock { $0.append(request) }
        return answer(request)
    }

    var requests: [HTTPRequest] { asked.withLock(\.self) }

    /// What was asked for, without the host.
    var targets: [String] {
        requests.map { String($0.url.dropFirst("https://api.test".count)) }
    }
}

extension HTTPAnswer {
    init(json: String, status: Int = 200, _ headers: [String: String] = [:]) {
        let lines = headers.sorted { $0.key < $1.key }.map { HTTPRequest.Header($0.key, $0.value) }
        self.init(status: status, headers: lines, body: Array(json.utf8))
    }
}
