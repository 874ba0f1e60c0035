import D8SModel

/// One object of the Kubernetes API, such as a pod.
struct KubernetesObject {
    /// For example `Pod`.
    let kind: String
    let json: JSONValue
    let metadata: JSONValue

    /// Nil if it is no object or nothing says of which kind it is.
    ///
    /// - Parameters:
    ///   - json: The object.
    ///   - listKind: The kind of the list that holds it, `PodList`; the elements of such a list do
    ///     not say their own. Nil, or `List`, for none.
    init?(_ json: JSONValue, listKind: String? = nil) {
        let fromList = listKind.flatMap { $0.hasSuffix("List") ? String($0.dropLast(4)) : nil }
        let kind = json["kind"]?.string ?? fromList ?? ""
        guard !kind.isEmpty, json.members != nil else { return nil }
        self.kind = kind
        self.json = json
        metadata = json["metadata"] ?? .null
    }

    var name: String { metadata["name"]?.string ?? "" }
    var namespace: String { metadata["namespace"]?.string ?? "" }
    var uid: String { metadata["uid"]?.string ?? "" }
    var resourceVersion: UInt64? { metadata["resourceVersion"]?.string.flatMap { UInt64($0) } }
    var created: Instant? { metadata.instant("creationTimestamp") }
    var owners: [JSONValue] { metadata["ownerReferences"]?.elements ?? [] }
    var spec: JSONValue { json["spec"] ?? .null }
    var status: JSONValue { json["status"] ?? .null }

    /// The value of the label of this name; nil if there is none or it is empty.
    func label(_ name: String) -> String? {
        metadata["labels"]?[name]?.string.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// For messages: `Pod default/web-1`.
    var title: String {
        let place = namespace.isEmpty ? name : "\(namespace)/\(name)"
        return place.isEmpty ? kind : "\(kind) \(place)"
    }
}

extension JSONValue {
    /// The time at this member; nil if there is none or it is none.
    func instant(_ member: String) -> Instant? {
        self[member]?.string.flatMap { Instant(iso8601: $0) }
    }

    /// The elements of the array at this member; none if there is no array.
    func list(_ member: String) -> [JSONValue] {
        self[member]?.elements ?? []
    }

    /// The text at this member; empty if there is none.
    func word(_ member: String) -> String {
        self[member]?.text ?? ""
    }

    /// Members in the order of their names, so that the same object gives the same series.
    var sortedMembers: [(key: String, value: JSONValue)] {
        (members ?? [:]).sorted { $0.key < $1.key }
    }
}
