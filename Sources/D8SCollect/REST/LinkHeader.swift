/// Reads the `Link` header (RFC 8288).
enum LinkHeader {
    /// The address of the first link with this relation among all headers of an answer.
    static func address(of relation: String, in answer: HTTPAnswer) -> String? {
        for header in answer.headers where header.name.lowercased() == "link" {
            if let address = address(of: relation, in: header.value) { return address }
        }
        return nil
    }

    /// Section 3: `<address>; rel="next last", <address>; …`.
    static func address(of relation: String, in header: String) -> String? {
        var rest = header[...]
        while let start = rest.firstIndex(of: "<"),
            let end = rest[start...].firstIndex(of: ">")
        {
            let address = rest[rest.index(after: start)..<end]
            let parameters = parameters(rest[rest.index(after: end)...])
            rest = parameters.rest
            let isWanted = parameters.relations.contains {
                $0.lowercased() == relation.lowercased()
            }
            if isWanted { return String(address) }
        }
        return nil
    }

    /// The words of `rel` up to the comma that ends a link, with what follows it.
    private static func parameters(
        _ text: Substring
    ) -> (relations: [Substring], rest: Substring) {
        let end = end(of: text, at: ",")
        var rest = text[..<end]
        while !rest.isEmpty {
            let stop = self.end(of: rest, at: ";")
            let parts = rest[..<stop].split(separator: "=", maxSplits: 1)
            rest = rest[stop...].dropFirst()
            guard parts.count == 2, parts[0].filter({ !$0.isWhitespace }).lowercased() == "rel"
            else { continue }
            return (parts[1].split { $0.isWhitespace || $0 == "\"" }, text[end...])
        }
        return ([], text[end...])
    }

    /// Where this character stands first outside of quotes; the end if it does not.
    private static func end(of text: Substring, at character: Character) -> Substring.Index {
        var isQuoted = false
        return text.firstIndex {
            if $0 == "\"" { isQuoted.toggle() }
            return $0 == character && !isQuoted
        } ?? text.endIndex
    }
}
