/// Commits and tags in the language of `git fast-import`.
///
/// Times are days after 2026-01-01T00:00:00Z, which is 1767225600 in POSIX seconds.
struct GitScript {
    private(set) var bytes: [UInt8] = []
    private var mark = 0

    static let start = 1_767_225_600

    /// Adds a commit; returns its mark.
    ///
    /// The author's time is `day`, the committer's an hour later, unless `date` gives both as text.
    @discardableResult
    mutating func commit(
        _ message: String,
        day: Int,
        on parents: [Int] = [],
        author: [UInt8] = Array("Ada".utf8),
        date: String? = nil
    ) -> Int {
        mark += 1
        let seconds = Self.start + day * 86_400
        add("commit refs/heads/main\nmark :\(mark)\nauthor ")
        bytes += author
        add(" <ada@example.org> \(date ?? "\(seconds)") +0000\n")
        add("committer Ada <ada@example.org> \(date ?? "\(seconds + 3600)") +0000\n")
        add("data \(message.utf8.count)\n\(message)\n")
        for (place, parent) in parents.enumerated() {
            add("\(place == 0 ? "from" : "merge") :\(parent)\n")
        }
        add("\n")
        return mark
    }

    /// Starts again without parents: the next commit is a root.
    mutating func newRoot() {
        add("reset refs/heads/main\n\n")
    }

    /// A light tag.
    mutating func tag(_ name: String, at mark: Int) {
        add("reset refs/tags/\(name)\nfrom :\(mark)\n\n")
    }

    /// An annotated tag, made on a day.
    mutating func annotated(_ name: String, at mark: Int, day: Int) {
        let seconds = Self.start + day * 86_400
        add("tag \(name)\nfrom :\(mark)\ntagger Ada <ada@example.org> \(seconds) +0000\n")
        add("data 7\nrelease\n")
    }

    mutating func branch(_ name: String, at mark: Int) {
        add("reset refs/heads/\(name)\nfrom :\(mark)\n\n")
    }

    mutating func add(_ text: String) {
        bytes += text.utf8
    }
}
