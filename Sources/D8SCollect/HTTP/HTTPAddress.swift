/// An absolute address of a server's resource, taken apart (RFC 3986).
struct HTTPAddress: Hashable, Sendable {
    let isSecure: Bool
    /// In lower case, an IPv6 address in its brackets.
    let host: String
    /// Nil for the scheme's own.
    let port: Int?
    /// Path and query; begins with a slash, holds only what may stand in a request line.
    let target: String

    /// Takes an `http` or `https` address apart; what may not stand in it is percent-encoded, a
    /// fragment is left out.
    ///
    /// - Throws: `CollectError.unusable`, also for a user or password in it: those belong under
    ///   `basic`, where a secret can be kept out of the configuration.
    init(_ text: String) throws(CollectError) {
        func unusable(_ reason: String, _ mend: String) -> CollectError {
            .unusable(what: "The address \(Self.shown(text))", reason: reason, mend: mend)
        }
        let form = "Write it as http://host:port/path or https://host:port/path."
        guard let parts = Self.split(text) else {
            throw unusable("it is not an http or https address", form)
        }
        guard !parts.authority.contains("@") else {
            throw unusable("it holds a user or a password", "Give them as `basic` instead.")
        }
        guard let place = Self.place(parts.authority) else {
            throw unusable("its host or port cannot be read", form)
        }
        self.init(isSecure: parts.isSecure, place: place, target: parts.target)
    }

    private init(isSecure: Bool, place: (host: String, port: Int?), target: Substring) {
        self.isSecure = isSecure
        host = place.host.lowercased()
        port = place.port == (isSecure ? 443 : 80) ? nil : place.port
        let encoded = Self.encoded(target.prefix { $0 != "#" })
        self.target = encoded.hasPrefix("/") ? encoded : "/" + encoded
    }

    /// Host and port as the `Host` header has them.
    var authority: String { host + (port.map { ":\($0)" } ?? "") }

    var text: String { (isSecure ? "https://" : "http://") + authority + target }

    /// For errors and logs: values that look like secrets by their names are hidden.
    var shown: String { Self.shown(text) }

    /// Whether the same server is meant, or the same one behind TLS.
    func isSameServer(as other: HTTPAddress) -> Bool {
        host == other.host && (port == other.port || (port == nil && isSecure && !other.isSecure))
    }

    /// The address that a `Location` header of this one's answer means; nil if it is none.
    func resolving(_ location: String) -> HTTPAddress? {
        if Self.split(location) != nil { return try? HTTPAddress(location) }
        if location.hasPrefix("//") {
            return try? HTTPAddress((isSecure ? "https:" : "http:") + location)
        }
        let name = location.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard !name.contains(":") else { return nil }
        let place = (host: host, port: port)
        let path = target.prefix { $0 != "?" }
        let folder = path[...(path.lastIndex(of: "/") ?? path.startIndex)]
        let base =
            switch location.first {
            case "/": ""
            case "?": String(path)
            default: String(folder)
            }
        return HTTPAddress(isSecure: isSecure, place: place, target: (base + location)[...])
    }
}

extension HTTPAddress {
    /// Scheme, authority and the rest; nil if it has no scheme that is spoken.
    private static func split(
        _ text: String
    ) -> (isSecure: Bool, authority: Substring, target: Substring)? {
        for (scheme, isSecure) in [("http://", false), ("https://", true)]
        where text.prefix(scheme.count).lowercased() == scheme {
            let rest = text.dropFirst(scheme.count)
            let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
            return (isSecure, authority, rest[authority.endIndex...])
        }
        return nil
    }

    private static func place(_ authority: Substring) -> (host: String, port: Int?)? {
        let colon = authority.lastIndex { $0 == ":" || $0 == "]" }
        guard let colon, authority[colon] == ":" else {
            return isHost(authority) ? (String(authority), nil) : nil
        }
        let host = authority[..<colon], digits = authority[colon...].dropFirst()
        guard isHost(host), digits.utf8.allSatisfy(\.isDigit), let port = Int(digits),
            (1...65_535).contains(port)
        else { return nil }
        return (String(host), port)
    }

    private static func isHost(_ host: Substring) -> Bool {
        if host.hasPrefix("["), host.hasSuffix("]") {
            let inner = host.dropFirst().dropLast().utf8
            return inner.count > 1
                && inner.allSatisfy {
                    $0.isHexDigit || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".")
                }
        }
        let isName = host.utf8.allSatisfy {
            $0.isDigit || ($0 | 0x20) &- UInt8(ascii: "a") < 26 || "-._".utf8.contains($0)
        }
        return isName && !host.isEmpty && host.utf8.count < 254
    }

    private static func encoded(_ text: Substring) -> String {
        text.utf8.reduce(into: "") { encoded, byte in
            let isPlain = byte > 0x20 && byte < 0x7F && !"\"<>\\^`{|}[]".utf8.contains(byte)
            if isPlain {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                encoded += byte.percentEncoded
            }
        }
    }

    private static let suspiciousWords = [
        "token", "key", "secret", "pass", "pwd", "sig", "auth", "credential",
    ]

    /// An address for people, whatever it is: without user and password, without the values of
    /// query parts whose names speak of secrets, cut at 300 characters.
    static func shown(_ text: String) -> String {
        // Scalars, since a combining mark would hide an @ from a search by characters.
        let scalars = text.unicodeScalars
        let start = text.firstRange(of: "://")?.upperBound ?? text.startIndex
        let authority = scalars[start...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let host = authority.lastIndex(of: "@").map { authority[$0...].dropFirst() } ?? authority
        let rest = scalars[authority.endIndex...]
        let path = rest.prefix { $0 != "?" }
        var shown = String(scalars[..<start]) + String(host) + String(path)
        if path.endIndex < rest.endIndex {
            let parts = rest[path.endIndex...].dropFirst()
                .split(separator: "&", omittingEmptySubsequences: false)
            shown += "?" + parts.map { hiding(Substring($0)) }.joined(separator: "&")
        }
        return shown.count > 300 ? shown.prefix(300) + "…" : shown
    }

    private static func hiding(_ part: Substring) -> String {
        let name = part.prefix { $0 != "=" }
        let lower = name.lowercased()
        let isSuspicious = suspiciousWords.contains { lower.contains($0) }
        return isSuspicious && name.endIndex < part.endIndex ? "\(name)=***" : String(part)
    }
}

extension UInt8 {
    /// For example `%2F`.
    var percentEncoded: String {
        let digits = String(self, radix: 16, uppercase: true)
        return self < 16 ? "%0" + digits : "%" + digits
    }
}
