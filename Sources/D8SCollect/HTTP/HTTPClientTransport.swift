import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// Carries requests over HTTP/1.1, plain or in TLS, and keeps connections open between them.
///
/// A server is believed nothing: time, size, compression, redirects and repetitions are bounded.
package final class HTTPClientTransport: HTTPTransport {
    /// The one that lives as long as the process.
    package static let shared = HTTPClientTransport()

    private let clients = HTTPClients()
    private let pause: @Sendable (Double) async -> Void

    /// - Parameter pause: Waits this many seconds between two attempts.
    package init(
        pause: @escaping @Sendable (Double) async -> Void = {
            try? await Task.sleep(for: .seconds($0))
        }
    ) {
        self.pause = pause
    }

    package func send(_ request: HTTPRequest) async throws(CollectError) -> HTTPAnswer {
        let hop = try HTTPHop(request)
        var attempt = 0
        while true {
            let outcome = await outcome(of: hop)
            guard attempt < request.access.retries, !Task.isCancelled,
                let wait = wait(after: outcome, request, attempt)
            else { return try Self.final(outcome, hop.credentials.redactor) }
            attempt += 1
            await pause(wait)
        }
    }

    private func wait(
        after outcome: Result<HTTPAnswer, HTTPFailure>,
        _ request: HTTPRequest,
        _ attempt: Int
    ) -> Double? {
        switch outcome {
        case .success(let answer):
            request.isRepeatable
                ? RetryPlan.wait(
                    after: answer,
                    attempt: attempt,
                    longest: request.access.longestWait
                ) : nil
        case .failure(let failure):
            switch failure.effect {
            case .none: RetryPlan.wait(attempt: attempt)
            case .unknown: request.isRepeatable ? RetryPlan.wait(attempt: attempt) : nil
            case .lasting: nil
            }
        }
    }

    /// What is handed out, without secrets: neither an error nor what a server says of one holds any.
    private static func final(
        _ outcome: Result<HTTPAnswer, HTTPFailure>,
        _ redactor: Redactor
    ) throws(CollectError) -> HTTPAnswer {
        switch outcome {
        case .success(var answer):
            if answer.status >= 400 { answer.body = redactor.redacted(answer.body) }
            return answer
        case .failure(let failure): throw redactor.redacted(failure.error)
        }
    }

    /// One attempt with its redirects, ended when its time is up.
    private func outcome(of hop: HTTPHop) async -> Result<HTTPAnswer, HTTPFailure> {
        let seconds = min(max(hop.access.timeout, 0.001), 86_400)
        let first = await withTaskGroup(of: Result<HTTPAnswer, HTTPFailure>?.self) { group in
            group.addTask {
                do throws(HTTPFailure) {
                    return .success(try await self.follow(hop))
                } catch {
                    return .failure(error)
                }
            }
            group.addTask {
                try? await Task.sleep(for: .seconds(seconds))
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
        if let first { return first }
        let address = hop.address.shown
        return .failure(
            Task.isCancelled
                ? HTTPFailure(HTTPClientError.cancelled, at: address)
                : HTTPFailure(.timedOut(address: address, seconds: seconds))
        )
    }

    private func follow(_ first: HTTPHop) async throws(HTTPFailure) -> HTTPAnswer {
        var hop = first
        for _ in 0...HTTPHop.limit {
            let answer = try await exchange(hop)
            guard let next = try hop.next(after: answer) else { return answer }
            hop = next
        }
        let reason = "it redirects more than \(HTTPHop.limit) times"
        throw HTTPFailure(.badAnswer(address: first.address.shown, reason: reason))
    }

    /// One request and its answer, whatever it is.
    private func exchange(_ hop: HTTPHop) async throws(HTTPFailure) -> HTTPAnswer {
        do {
            let client = clients.client(for: hop.alias)
            let deadline = NIODeadline.now() + .seconds(86_400)
            let response = try await client.execute(try hop.message(), deadline: deadline)
            var answer = HTTPAnswer(
                status: Int(response.status.code),
                headers: response.headers.map { HTTPRequest.Header($0.name, $0.value) }
            )
            var body = try AnswerBody(
                of: answer,
                at: hop.address.shown,
                limit: hop.access.bodyLimit
            )
            for try await piece in response.body { try body.append(piece) }
            try body.finish()
            answer.body = body.bytes
            return answer
        } catch {
            throw HTTPFailure(error, at: hop.address.shown)
        }
    }
}
