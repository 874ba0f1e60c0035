/// The server that a source speaks to, and the only one that is sent its secret.
struct RESTOrigin: Hashable, Sendable {
    /// `https://api.example.org`, in small letters, without the port that its scheme has anyway.
    let text: String

    /// The origin of an absolute address; nil if that is none of `http` or `https`, or holds a user.
    init?(of address: String) {
        guard let parts = Self.split(address) else { return nil }
        let authority = parts.authority.lowercased()
        guard !authority.isEmpty, !authority.contains("@"), !authority.contains("\\") else {
            return nil
        }
        let port = parts.scheme == "https" ? ":443" : ":80"
        let host = authority.hasSuffix(port) ? String(authority.dropLast(port.count)) : authority
        guard !host.isEmpty else { return nil }
        text = "\(parts.scheme)://\(host)"
    }

    /// The absolute address that a link on the page at `base` leads to; nil if it leads to another
    /// server, or is no address.
    func resolve(_ link: String, on base: String) -> String? {
        guard !link.isEmpty, link.utf8.count <= 8192,
            link.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
        else { return nil }
        let plain = String(link.prefix { $0 != "#" })
        if plain.hasPrefix("//") { return nil }
        if plain.hasPrefix("/") { return text + plain }
        if plain.hasPrefix("?") { return Self.shown(base) + plain }
        guard RESTOrigin(of: plain) == self else { return nil }
        return plain
    }

    /// The address without its query, which may hold what nobody else should read.
    static func shown(_ address: String) -> String {
        String(address.prefix { $0 != "?" && $0 != "#" })
    }

    private static func split(_ address: String) -> (scheme: String, authority: Substring)? {
        for scheme in ["https", "http"] {
            let start = scheme + "://"
            guard address.prefix(start.count).lowercased() == start else { continue }
            let rest = address.dropFirst(start.count)
            return (scheme, rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" })
        }
        return nil
    }
}
