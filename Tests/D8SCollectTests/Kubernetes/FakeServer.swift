import Synchronization

@testable import D8SCollect

/// An API server of answers that were written down: by path, in order, the last one again and again.
final class FakeServer: HTTPTransport {
    private let answers: Mutex<[String: [HTTPAnswer]]>
    private let log = Mutex<[HTTPRequest]>([])

    static let address = "https://cluster.example:6443"

    /// - Parameter answers: By the path with its query, after the address; what is not there is 404.
    init(_ answers: [String: [HTTPAnswer]]) {
        self.answers = Mutex(answers)
    }

    /// The paths that were asked for, in order.
    var paths: [String] {
        requests.map { String($0.url.dropFirst(Self.address.count)) }
    }

    var requests: [HTTPRequest] { log.withLock(\.self) }

    func send(_ request: HTTPRequest) async throws(CollectError) -> HTTPAnswer {
        log.withLock { $0.append(request) }
        let path = String(request.url.dropFirst(Self.address.count))
        return answers.withLock { answers in
            guard let rest = answers[path], let first = rest.first else {
                return .status(404, "the server could not find the requested resource")
            }
            if rest.count > 1 { answers[path] = Array(rest.dropFirst()) }
            return first
        }
    }
}

extension HTTPAnswer {
    static func ok(_ body: String) -> HTTPAnswer {
        HTTPAnswer(status: 200, body: Array(body.utf8))
    }

    /// What an API server says when it refuses.
    static func status(
        _ code: Int,
        _ message: String,
        continuing token: String? = nil
    ) -> HTTPAnswer {
        let metadata = token.map { "{\"continue\":\"\($0)\"}" } ?? "{}"
        let body = """
            {"kind":"Status","apiVersion":"v1","metadata":\(metadata),"status":"Failure",
            "message":"\(message)","code":\(code)}
            """
        return HTTPAnswer(status: code, body: Array(body.utf8))
    }
}
