import D8SModel

/// One commit as `git rev-list` prints it in `format`.
struct CommitRecord {
    let id: ObjectID
    let parents: [ObjectID]
    let authored: Instant?
    let committed: Instant?
    let author: ArraySlice<UInt8>
    let subject: ArraySlice<UInt8>
    let body: ArraySlice<UInt8>

    /// Each field ends with a NUL, which no commit can hold.
    static let format = ["%H", "%P", "%at", "%ct", "%an", "%s", "%b"]
        .map { $0 + "%x00" }.joined()
    static let fieldCount = 7

    /// Nil if the ids are none.
    init?(fields: [[UInt8]]) {
        guard fields.count == Self.fieldCount,
            // `git` puts a line of its own before each commit.
            let id = ObjectID(hex: fields[0].suffix(while: { $0 != UInt8(ascii: "\n") }))
        else { return nil }
        var parents: [ObjectID] = []
        for word in fields[1].split(separator: UInt8(ascii: " ")) {
            guard let parent = ObjectID(hex: word) else { return nil }
            parents.append(parent)
        }
        self.id = id
        self.parents = parents
        authored = Instant(gitSeconds: fields[2])
        committed = Instant(gitSeconds: fields[3])
        author = fields[4][...]
        subject = fields[5][...]
        body = fields[6][...]
    }

    /// What follows `This reverts commit ` in the body; empty if only the subject says so; nil if
    /// this is no revert.
    var revertedDigits: [UInt8]? {
        if let digits = Self.digits(after: "This reverts commit ", in: body) { return digits }
        return subject.starts(with: Self.revertSubject.utf8) ? [] : nil
    }

    static let revertSubject = "Revert \""

    /// At least seven hexadecimal digits that follow the words.
    private static func digits(after words: String, in text: ArraySlice<UInt8>) -> [UInt8]? {
        let words = Array(words.utf8)
        var rest = text
        while let start = rest.firstIndex(of: words[0]) {
            rest = rest[start...]
            if rest.starts(with: words) {
                let digits = rest.dropFirst(words.count).prefix { Self.isHexDigit($0) }
                if digits.count >= 7 { return Array(digits) }
            }
            rest = rest.dropFirst()
        }
        return nil
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }
}

extension BidirectionalCollection {
    /// The longest end of which every element satisfies the condition.
    fileprivate func suffix(while isWanted: (Element) -> Bool) -> SubSequence {
        guard let last = lastIndex(where: { !isWanted($0) }) else { return self[...] }
        return self[index(after: last)...]
    }
}

extension Instant {
    /// POSIX seconds as git keeps them; nil if they are unreadable or not in the years 1970 to 9999.
    init?(gitSeconds text: some Collection<UInt8>) {
        guard let seconds = Int64(String(decoding: text, as: UTF8.self)) else { return nil }
        self.init(gitSeconds: seconds)
    }

    /// Nil if not in the years 1970 to 9999.
    init?(gitSeconds seconds: Int64) {
        guard (0...253_402_300_799).contains(seconds) else { return nil }
        self.init(seconds: seconds)
    }
}
