extension HTTPTransport {
    /// The answer to a request that has to succeed.
    ///
    /// - Throws: What `send` throws, and `CollectError.refusedRequest` with the server's own words
    ///   for a status other than 2xx.
    package func fetch(_ request: HTTPRequest) async throws(CollectError) -> HTTPAnswer {
        let answer = try await send(request)
        guard (200..<300).contains(answer.status) else {
            throw .refusedRequest(
                address: HTTPAddress.shown(request.url),
                status: answer.status,
                message: answer.message
            )
        }
        return answer
    }
}

extension HTTPAnswer {
    /// What the server says of an error, on one line of at most 300 characters: the usual members
    /// of a JSON object, the title of a page, or the text as it is.
    package var message: String {
        let text = jsonMessage ?? String(decoding: body.prefix(4096), as: UTF8.self)
        let title = text.firstRange(of: "<title>").map {
            text[$0.upperBound...].prefix { $0 != "<" }
        }
        let words = (title ?? text[...]).split { $0.isWhitespace || $0.isNewline }
        let line = words.joined(separator: " ").unicodeScalars.filter {
            $0.properties.generalCategory != .control
        }
        let plain = String(String.UnicodeScalarView(line))
        return plain.count > 300 ? plain.prefix(300) + "…" : plain
    }

    private var jsonMessage: String? {
        guard body.count <= 1 << 20, let value = try? JSONValue(parsing: body) else { return nil }
        let names = ["message", "error", "error_description", "detail", "reason"]
        let found = names.lazy.compactMap { value[$0]?.string ?? value[$0]?["message"]?.string }
        return found.first
    }
}
