/// Builds the addresses and requests of a source.
struct RESTAddress: Sendable {
    let base: String
    let origin: RESTOrigin
    let headers: [HTTPRequest.Header]
    let access: HTTPAccess

    /// - Throws: `CollectError.unusable` if the base is no address of a web server, or a header could
    ///   not be sent.
    init(of source: RESTSource) throws(CollectError) {
        let declaration = source.declaration
        let text = declaration.text(declaration.base, source.parameters)
        base = text.hasSuffix("/") ? String(text.dropLast()) : text
        guard let origin = RESTOrigin(of: base), !base.contains("?"),
            base.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else {
            throw .unusable(
                what: "The address `\(text.abridged)`",
                reason: "it is no http or https address without user, query and spaces",
                mend: "Write it as https://host/path and give secrets as `bearer` or `header`."
            )
        }
        self.origin = origin
        var access = source.access
        // What the server asks for is waited by `RESTClient`, within `max_wait`.
        access.longestWait = 0
        self.access = access
        headers = declaration.headers.map {
            .init($0.name, declaration.text($0.value, source.parameters))
        }.filter { !$0.value.isEmpty }
        for header in headers where header.value.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
            throw .unusable(
                what: "The header \(header.name)",
                reason: "its value holds a control character",
                mend: "Correct the parameters under `with`."
            )
        }
    }

    /// The address of a call's page.
    func url(
        _ call: RESTCall,
        _ page: RESTPagePlace,
        _ values: RESTValues,
        _ row: RESTRow?
    ) -> String {
        let path = values.text(call.path, of: row, encoded: Self.encoded)
        var query = call.query.compactMap { parameter -> (String, String)? in
            let value = values.text(parameter.value, of: row)
            return value.isEmpty ? nil : (values.text(parameter.name, of: row), value)
        }
        query += page.query
        guard !query.isEmpty else { return base + path }
        let text = query.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }
        return base + path + (path.contains("?") ? "&" : "?") + text.joined(separator: "&")
    }

    /// A request that only asks, whatever its method.
    func request(_ call: RESTCall, url: String, _ values: RESTValues) -> HTTPRequest {
        var headers = headers
        var body: [UInt8] = []
        if let template = call.body {
            body = Array(template.json(values).utf8)
            headers.append(.init("Content-Type", "application/json"))
        }
        if !headers.contains(where: { $0.name.lowercased() == "accept" }) {
            headers.append(.init("Accept", "application/json"))
        }
        var request = HTTPRequest(
            url,
            method: call.method.rawValue,
            headers: headers,
            body: body,
            access: access
        )
        request.isRepeatable = true
        return request
    }

    /// Everything but the unreserved characters of RFC 3986, section 2.3, as percent codes.
    static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                String(UnicodeScalar(byte))
            default:
                "%" + String(0x100 + Int(byte), radix: 16, uppercase: true).dropFirst()
            }
        }.joined()
    }
}
