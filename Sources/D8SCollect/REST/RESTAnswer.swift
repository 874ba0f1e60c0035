/// An answer of an API, taken apart as far as every API is alike.
enum RESTAnswer {
    /// The JSON value of a good answer; null for one without a body.
    ///
    /// - Throws: `CollectError.refusedRequest` for a status other than 2xx, `.badAnswer` for what is
    ///   no JSON, or says that it holds errors.
    static func value(of answer: HTTPAnswer, from address: String) throws(CollectError) -> JSONValue
    {
        let shown = RESTOrigin.shown(address)
        guard (200..<300).contains(answer.status) else {
            throw .refusedRequest(
                address: shown,
                status: answer.status,
                message: message(of: answer) ?? ""
            )
        }
        guard !answer.body.isEmpty else { return .null }
        let value: JSONValue
        do throws(JSONFault) {
            value = try JSONValue(parsing: answer.body)
        } catch {
            throw .badAnswer(address: shown, reason: reason(answer, error))
        }
        if let errors = value["errors"]?.elements, !errors.isEmpty {
            let first = errors.first.flatMap(sentence) ?? "no message"
            throw .badAnswer(address: shown, reason: "it reports an error: \(first)")
        }
        return value
    }

    private static func reason(_ answer: HTTPAnswer, _ fault: JSONFault) -> String {
        let start = answer.body.prefix(1024).drop { $0 <= 0x20 }
        guard start.first == UInt8(ascii: "<") else { return "it is no JSON: \(fault)" }
        return "it is a page for people (HTML) and no JSON; check the address, and whether the"
            + " server wants somebody to log in"
    }

    /// What a refusal says of itself in JSON; nil if it says nothing that fits on a line.
    private static func message(of answer: HTTPAnswer) -> String? {
        guard let value = try? JSONValue(parsing: answer.body) else { return nil }
        return sentence(value)
    }

    private static func sentence(_ value: JSONValue) -> String? {
        if let text = value.string { return line(text) }
        for name in ["message", "error_description", "detail", "title", "error", "errors"] {
            guard let found = value[name] else { continue }
            if let text = found.elements?.first.flatMap(sentence) ?? sentence(found) { return text }
        }
        return nil
    }

    private static func line(_ text: String) -> String? {
        let printable = text.unicodeScalars.prefix(200).map { scalar in
            scalar.properties.generalCategory == .control ? " " : String(scalar)
        }.joined()
        return printable.isEmpty ? nil : printable
    }
}
