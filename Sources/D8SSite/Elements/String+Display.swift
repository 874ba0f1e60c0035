extension String {
    /// This text with its middle left out if it has more than `limit` characters (Unicode scalars):
    /// both ends of a name tell names apart.
    func shortened(to limit: Int) -> String {
        guard utf8.count > limit, unicodeScalars.count > limit else { return self }
        let head = max(1, limit * 2 / 3), tail = max(0, limit - head - 1)
        return String(String.UnicodeScalarView(unicodeScalars.prefix(head))) + "…"
            + String(String.UnicodeScalarView(unicodeScalars.suffix(tail)))
    }

    /// The same text with its first letter in upper case.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// The same text with a capital at its beginning and a full stop at its end.
    var asSentence: String {
        let text = capitalisedFirst
        guard let last = text.last, !".!?".contains(last) else { return text }
        return text + "."
    }
}
