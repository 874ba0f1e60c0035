/// Reads lists of a server page by page.
struct ListReader: Sendable {
    let server: KubernetesServer
    let transport: any HTTPTransport

    /// How often a list is begun anew before it is given up.
    private static let restartLimit = 3

    /// Passes what is in the list, each object once.
    ///
    /// If the server has forgotten where a list goes on (410), it is continued with the token that
    /// it gives for that, from the state of now; without one, the list begins anew, and what was
    /// passed already is left out.
    ///
    /// - Throws: `CollectError` if the server cannot be reached, does not know who asks, or answers
    ///   anything but a list; or what `body` throws.
    func read(
        _ list: ResourceList,
        _ body: (FoundObject) throws(CollectError) -> Void
    ) async throws(CollectError) -> ListEnd {
        var token: String?
        var version: UInt64?
        var restarts = 0
        var seen: Set<String> = []
        var isFirst = true
        while true {
            let answer = try await send(list, token)
            switch answer.status {
            case 200: break
            case 403: return .forbidden(message: message(answer))
            case 404: return .missing
            case 410 where restarts < Self.restartLimit:
                restarts += 1
                token = continuation(answer)
                continue
            default: throw refusal(answer)
            }
            let page = try pass(answer, list, &seen, body)
            if isFirst { version = page["resourceVersion"]?.string.flatMap { UInt64($0) } }
            isFirst = false
            guard let next = page["continue"]?.string, !next.isEmpty else {
                return .complete(resourceVersion: version)
            }
            guard next != token else {
                throw .badAnswer(
                    address: server.address,
                    reason: "a page that names itself as the next"
                )
            }
            token = next
        }
    }

    private func send(
        _ list: ResourceList,
        _ token: String?
    ) async throws(CollectError) -> HTTPAnswer {
        try await transport.send(
            HTTPRequest(
                server.address + list.path(continuing: token),
                headers: [.init("Accept", "application/json")],
                access: server.access
            )
        )
    }

    /// Passes the objects of a page that were not on one before; returns the page's metadata.
    private func pass(
        _ answer: HTTPAnswer,
        _ list: ResourceList,
        _ seen: inout Set<String>,
        _ body: (FoundObject) throws(CollectError) -> Void
    ) throws(CollectError) -> JSONValue {
        var metadata: JSONValue?
        for found in JSONObjects(answer.body) {
            switch found {
            case .list(_, let page): metadata = page
            case .fault(let fault):
                throw .badAnswer(
                    address: server.address,
                    reason: "the list of \(list.title), \(fault)"
                )
            case .object(let object):
                let name = "\(object.namespace)/\(object.name)"
                guard seen.insert(name).inserted else { continue }
            }
            try body(found)
        }
        guard let metadata else {
            throw .badAnswer(address: server.address, reason: "no list of \(list.title)")
        }
        return metadata
    }

    /// The token with which to go on after a 410; nil if the list has to begin anew.
    private func continuation(_ answer: HTTPAnswer) -> String? {
        let token = status(answer)["metadata"]?["continue"]?.string
        return token.flatMap { $0.isEmpty ? nil : $0 }
    }

    private func refusal(_ answer: HTTPAnswer) -> CollectError {
        if answer.status == 401 {
            return .unusable(
                what: server.address,
                reason: "it does not know who asks (401)",
                mend: "The token or certificate is missing, has ended or is of another cluster."
            )
        }
        return .refusedRequest(
            address: server.address,
            status: answer.status,
            message: message(answer)
        )
    }

    /// What a `Status` object says, else nothing.
    private func message(_ answer: HTTPAnswer) -> String {
        String((status(answer)["message"]?.string ?? "").prefix(300))
    }

    private func status(_ answer: HTTPAnswer) -> JSONValue {
        (try? JSONValue(parsing: answer.body)) ?? .null
    }
}
