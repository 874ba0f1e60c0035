import Yams

/// The Kubernetes objects of YAML text: documents between `---`, each an object or a list.
struct YAMLObjects {
    /// Values that one document may have beside those that it writes out, so that anchors that
    /// multiply each other end.
    private static let aliasLimit = 100_000

    private let text: String
    /// A value that is written out takes two bytes or more.
    private let valueLimit: Int

    init(_ bytes: [UInt8]) {
        text = String(decoding: bytes, as: UTF8.self)
        valueLimit = bytes.count / 2 + Self.aliasLimit
    }

    /// Passes what is found, in order.
    func forEach(_ body: (FoundObject) throws(CollectError) -> Void) throws(CollectError) {
        do {
            let parser = try Parser(yaml: text)
            while let node = try parser.nextRoot() {
                var reader = YAMLValueReader(budget: valueLimit)
                guard let json = reader.value(node, depth: 0) else {
                    return try body(.fault(Self.fault(node, reader.reason)))
                }
                try Self.pass(json, at: node, body)
            }
        } catch let error as CollectError {
            throw error
        } catch {
            try body(.fault(Self.fault(error)))
        }
    }

    private static func pass(
        _ json: JSONValue,
        at node: Node,
        _ body: (FoundObject) throws(CollectError) -> Void
    ) throws(CollectError) {
        guard json != .null else { return }
        guard let items = json["items"]?.elements else {
            return try pass(json, in: nil, at: node, body)
        }
        let kind = json["kind"]?.string ?? "List"
        try body(.list(kind: kind, metadata: json["metadata"] ?? .null))
        for (index, item) in items.enumerated() {
            let place = node["items"]?[index] ?? node
            try pass(item, in: kind, at: place, body)
        }
    }

    private static func pass(
        _ json: JSONValue,
        in kind: String?,
        at node: Node,
        _ body: (FoundObject) throws(CollectError) -> Void
    ) throws(CollectError) {
        if let object = KubernetesObject(json, listKind: kind) {
            try body(.object(object))
        } else {
            try body(.fault(fault(node, "this is no Kubernetes object")))
        }
    }

    private static func fault(_ node: Node, _ reason: String) -> JSONFault {
        JSONFault(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, reason: reason)
    }

    private static func fault(_ error: any Error) -> JSONFault {
        guard let error = error as? YamlError else {
            return JSONFault(line: 1, column: 1, reason: "this is no YAML")
        }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return JSONFault(line: mark.line, column: mark.column, reason: problem)
        default: return JSONFault(line: 1, column: 1, reason: "this is no YAML")
        }
    }
}
