/// Goes from page to page of one list, and never in circles.
struct RESTPager {
    let call: RESTCall
    let origin: RESTOrigin
    private var number: Int
    private var offset = 0
    private var longest = 0
    private var seen: Set<String> = []
    private var previous: [RESTRow] = []

    init(_ call: RESTCall, origin: RESTOrigin) {
        self.call = call
        self.origin = origin
        number = if case .page(_, let first, _) = call.paging { first } else { 0 }
    }

    /// The page to begin with.
    var first: RESTPagePlace {
        switch call.paging {
        case .page(let name, let first, _): .query(sized([.init(name: name, value: "\(first)")]))
        case .offset(let name, _, _): .query(sized([.init(name: name, value: "0")]))
        case .none, .link, .address, .cursor: .first
        }
    }

    /// The page after this one; nil if it was the last.
    ///
    /// - Throws: `CollectError.badAnswer` if the server sends in circles, or to another server.
    mutating func next(
        after answer: HTTPAnswer,
        holding value: JSONValue,
        rows: [RESTRow],
        at url: String
    ) throws(CollectError) -> RESTPagePlace? {
        defer { previous = rows }
        switch call.paging {
        case .none: return nil
        case .link(let relation):
            return try place(LinkHeader.address(of: relation, in: answer), url)
        case .address(let path): return try place(path.values(in: value).first?.string, url)
        case .cursor(let path, let parameter):
            return try place(cursor: path.values(in: value).first?.text, parameter, url)
        case .page(let name, _, _):
            guard try goesOn(rows, url) else { return nil }
            number = number.addingReportingOverflow(1).partialValue
            return .query(sized([.init(name: name, value: "\(number)")]))
        case .offset(let name, _, let more):
            if let more, more.values(in: value).first?.bool != true { return nil }
            guard try goesOn(rows, url, isToldSo: more != nil) else { return nil }
            offset += rows.count
            return .query(sized([.init(name: name, value: "\(offset)")]))
        }
    }

    private func sized(_ parameters: [RESTPagePlace.Parameter]) -> [RESTPagePlace.Parameter] {
        guard let size = call.paging.size else { return parameters }
        return parameters + [.init(name: size.parameter, value: "\(size.rows)")]
    }

    private mutating func place(
        _ link: String?,
        _ url: String
    ) throws(CollectError) -> RESTPagePlace? {
        guard let link, !link.isEmpty else { return nil }
        let shown = RESTOrigin.shown(url)
        guard let address = origin.resolve(link, on: url) else {
            let reason =
                "its next page is on another server, which is not followed, since that"
                + " would carry the secret there: \(RESTOrigin.shown(link).abridged)"
            throw .badAnswer(address: shown, reason: reason)
        }
        seen.insert(url)
        guard seen.insert(address).inserted else { throw Self.circle(shown) }
        return .address(address)
    }

    private mutating func place(
        cursor: String?,
        _ parameter: String?,
        _ url: String
    ) throws(CollectError) -> RESTPagePlace? {
        guard let cursor, !cursor.isEmpty, cursor != "false" else { return nil }
        guard seen.insert(cursor).inserted, cursor.utf8.count <= 8192 else {
            throw Self.circle(RESTOrigin.shown(url))
        }
        guard let parameter else { return .cursor(cursor) }
        return .query([.init(name: parameter, value: cursor)])
    }

    /// Whether a list whose pages are counted may have more: until a page is empty, or shorter than
    /// the longest one, since a server may give less than it is asked for.
    private mutating func goesOn(
        _ rows: [RESTRow],
        _ url: String,
        isToldSo: Bool = false
    ) throws(CollectError) -> Bool {
        guard !rows.isEmpty else { return false }
        if rows == previous { throw Self.circle(RESTOrigin.shown(url)) }
        longest = max(longest, rows.count)
        return isToldSo || rows.count == longest
    }

    private static func circle(_ address: String) -> CollectError {
        .badAnswer(address: address, reason: "its next page is one that was read already")
    }
}
