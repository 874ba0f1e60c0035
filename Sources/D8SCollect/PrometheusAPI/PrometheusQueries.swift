package import D8SModel

/// Has a server with Prometheus' HTTP API evaluate expressions: the way to ask more than one
/// machine holds.
package struct PrometheusQueries: Sendable {
    private let client: PrometheusClient

    /// Prometheus answers at most 11,000 points of a series.
    private static let pointLimit: Int64 = 11_000

    /// - Parameters:
    ///   - source: The server's address, headers and secrets; its queries are not looked at.
    ///   - transport: How it is reached.
    package init(
        _ source: PrometheusSource,
        transport: any HTTPTransport = HTTPClientTransport.shared
    ) {
        client = PrometheusClient(
            address: source.address,
            headers: source.headers,
            access: source.access,
            transport: transport,
            takesPartial: source.takesPartial
        )
    }

    /// The value of an expression at one instant.
    ///
    /// - Throws: `CollectError`, after the retries of the access.
    package func value(
        _ expression: String,
        at time: Instant
    ) async throws(CollectError) -> MatrixAnswer {
        try await client.value(expression, at: time)
    }

    /// The values of an expression at `start` and each `step` milliseconds after it up to `end`.
    ///
    /// A range of more points than servers answer is asked in parts, and so is one that the server
    /// finds too much.
    ///
    /// - Throws: `CollectError`, after the retries of the access.
    package func values(
        _ expression: String,
        from start: Instant,
        to end: Instant,
        step: Int64
    ) async throws(CollectError) -> MatrixAnswer {
        var position = start.milliseconds, length = Self.pointLimit
        var whole = JoinedAnswer()
        while position <= end.milliseconds {
            let last = min(end.milliseconds, Self.last(from: position, length, step))
            do throws(CollectError) {
                whole.append(
                    try await client.values(
                        expression,
                        from: Instant(milliseconds: position),
                        to: Instant(milliseconds: last),
                        step: Double(step) / 1000
                    )
                )
                position = Self.last(from: position, length + 1, step)
            } catch {
                guard error.wantsParts, length > 100, last > position else {
                    throw error
                }
                length /= 2
            }
        }
        return whole.answer
    }

    /// The instant of the last of so many points.
    private static func last(from position: Int64, _ count: Int64, _ step: Int64) -> Int64 {
        let (length, isTooLong) = step.multipliedReportingOverflow(by: count - 1)
        let (sum, isTooMuch) = position.addingReportingOverflow(length)
        return isTooLong || isTooMuch ? .max : sum
    }
}

extension CollectError {
    /// Whether the server may answer shorter ranges; one that was too slow is only slower in parts.
    fileprivate var wantsParts: Bool {
        switch self {
        case .tooLarge: true
        case .refusedRequest(_, let status, let message):
            status == 413
                || [400, 422].contains(status)
                    && ["too many", "exceed", "limit"].contains(where: message.contains)
        default: false
        }
    }
}
