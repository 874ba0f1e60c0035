/// One list of a server: all objects of a resource, or those of one namespace.
struct ResourceList {
    let resource: KubernetesResource
    /// For example `tekton.dev/v1`.
    let version: String
    /// Nil for all namespaces, and for what has none.
    let namespace: String?
    /// Kubernetes' label selector; nil for all objects.
    let selector: String?

    /// Objects in one page, as kubectl asks for.
    private static let pageSize = 500

    /// The path and query of a page; `token` is what the page before it gave.
    func path(continuing token: String?) -> String {
        let root = version.contains("/") ? "/apis/\(version)" : "/api/\(version)"
        let place = namespace.map { "/namespaces/\(Self.encoded($0))" } ?? ""
        var query = ["limit=\(Self.pageSize)"]
        if let selector, resource.isNamespaced {
            query.append("labelSelector=\(Self.encoded(selector))")
        }
        if let token { query.append("continue=\(Self.encoded(token))") }
        return "\(root)\(place)/\(resource.plural)?\(query.joined(separator: "&"))"
    }

    /// For messages: `pods in the namespace shop`.
    var title: String {
        namespace.map { "\(resource.plural) in the namespace \($0)" } ?? resource.plural
    }

    /// Percent-encoded but for the unreserved characters of RFC 3986.
    private static func encoded(_ text: String) -> String {
        text.utf8.reduce(into: "") { result, byte in
            let isUnreserved =
                byte.isDigit || (byte | 0x20) &- UInt8(ascii: "a") < 26
                || "-._~".utf8.contains(byte)
            if isUnreserved {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let hex = String(byte, radix: 16, uppercase: true)
                result += "%" + (hex.count < 2 ? "0" : "") + hex
            }
        }
    }
}
