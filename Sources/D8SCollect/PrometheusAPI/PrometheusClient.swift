import D8SModel

/// Asks the HTTP API of Prometheus, Thanos, Mimir or VictoriaMetrics.
struct PrometheusClient: Sendable {
    /// Without a slash at its end; may hold a path, such as Mimir's `/prometheus`.
    let address: String
    let headers: [HTTPRequest.Header]
    let access: HTTPAccess
    let transport: any HTTPTransport
    /// Whether an answer in which a store is missing is taken for one.
    var takesPartial = false

    /// Asks for an answer without a store that is missing to be an error (Thanos, VictoriaMetrics),
    /// since what it lacks would never be asked for again.
    private static let whole = [("partial_response", "false"), ("deny_partial_response", "1")]

    /// The samples of a selector after `start` up to `end`, with the times of their scrapes.
    func samples(
        _ selector: String,
        after start: Instant,
        to end: Instant
    ) async throws(CollectError) -> MatrixAnswer {
        let range = end.milliseconds - start.milliseconds
        let query = "\(selector)[\(range)ms]"
        return try await matrix("/api/v1/query", [("query", query), ("time", Self.text(end))])
    }

    /// The values of an expression at `start`, and each `step` seconds after it up to `end`.
    func values(
        _ expression: String,
        from start: Instant,
        to end: Instant,
        step: Double
    ) async throws(CollectError) -> MatrixAnswer {
        try await matrix(
            "/api/v1/query_range",
            [
                ("query", expression), ("start", Self.text(start)), ("end", Self.text(end)),
                ("step", "\(step)"),
            ]
        )
    }

    /// The value of an expression at one instant.
    func value(
        _ expression: String,
        at time: Instant
    ) async throws(CollectError) -> MatrixAnswer {
        let fields = [(name: "query", value: expression), ("time", Self.text(time))]
        return try await answer("/api/v1/query", fields)
    }

    /// The `data` of an answer to a question without parameters, such as `/api/v1/alerts`.
    func data(of path: String) async throws(CollectError) -> JSONValue {
        let url = address + path
        let request = HTTPRequest(url, headers: headers, access: access)
        let body = try succeeded(try await transport.send(request), url).body
        do throws(JSONFault) {
            let answer = try JSONValue(parsing: body)
            if let data = answer["data"], answer["status"]?.string == "success" { return data }
        } catch {
            throw .badAnswer(address: HTTPAddress.shown(url), reason: error.description)
        }
        throw .badAnswer(address: HTTPAddress.shown(url), reason: "it holds no `data`")
    }

    private func matrix(
        _ path: String,
        _ fields: [(name: String, value: String)]
    ) async throws(CollectError) -> MatrixAnswer {
        let answer = try await answer(path, fields)
        guard answer.form == .matrix else {
            let address = HTTPAddress.shown(self.address + path)
            throw .badAnswer(address: address, reason: "the result is no matrix")
        }
        return answer
    }

    /// Asked by POST, since an expression may be longer than an address; it changes nothing there,
    /// so that it may be asked again.
    private func answer(
        _ path: String,
        _ fields: [(name: String, value: String)]
    ) async throws(CollectError) -> MatrixAnswer {
        let form = HTTPRequest.Header("Content-Type", "application/x-www-form-urlencoded")
        // VictoriaMetrics shifts times and forgets what came late where it may answer from a cache.
        let fields = fields + [("nocache", "1")] + (takesPartial ? [] : Self.whole)
        var request = HTTPRequest(
            address + path,
            method: "POST",
            headers: headers + [form],
            body: Array(FormText.encoded(fields).utf8),
            access: access
        )
        request.isRepeatable = true
        let body = try succeeded(try await transport.send(request), request.url).body
        do throws(JSONFault) {
            let answer = try MatrixReader.read(body)
            if takesPartial || !answer.isPartial { return answer }
        } catch {
            throw .badAnswer(address: HTTPAddress.shown(request.url), reason: error.description)
        }
        throw .badAnswer(
            address: HTTPAddress.shown(request.url),
            reason: "a store behind it is missing (`partial: true` takes what the others have)"
        )
    }

    private func succeeded(
        _ answer: HTTPAnswer,
        _ url: String
    ) throws(CollectError) -> HTTPAnswer {
        if (200..<300).contains(answer.status) { return answer }
        let kind = (try? JSONValue(parsing: answer.body))?["errorType"]?.string
        // VictoriaMetrics gives the status once more.
        let type = kind.flatMap { $0 == "\(answer.status)" || $0.isEmpty ? nil : "\($0): " }
        throw .refusedRequest(
            address: HTTPAddress.shown(url),
            status: answer.status,
            message: (type ?? "") + answer.message
        )
    }

    /// Seconds with milliseconds, as all of these servers read them.
    private static func text(_ instant: Instant) -> String {
        let seconds = instant.milliseconds.magnitude / 1000
        let rest = instant.milliseconds.magnitude % 1000
        let sign = instant.milliseconds < 0 ? "-" : ""
        return "\(sign)\(seconds)." + String(String(1000 + rest).dropFirst())
    }
}

extension CollectError {
    /// Whether a question about a shorter time may be answered.
    ///
    /// Prometheus refuses too many points with 400 and too many samples with 422, Mimir too long a
    /// time with either (`err-mimir-max-total-query-length`), VictoriaMetrics everything with 422.
    var isTooMuch: Bool {
        switch self {
        case .tooLarge, .timedOut: true
        case .refusedRequest(_, let status, let message):
            [413, 422, 503, 504].contains(status)
                || status == 400
                    && (message.contains("exceeded maximum resolution")
                        || message.contains("exceeds the limit"))
        default: false
        }
    }
}
