package import D8SModel

/// What one collection read, and what it could not use.
package struct CollectReport: Hashable, Sendable {
    /// Rows (commits, tags) that were looked at, good and bad, without a header or blank lines.
    package private(set) var read = 0
    /// Rows that could not be used; `problems` tells why for the first of them.
    package private(set) var rejected = 0
    /// The first 100 of the rejected rows, in the order in which they were met.
    package private(set) var problems: [Problem] = []
    /// What else a person should know, as sentences: columns not used, revisions not resolved.
    package private(set) var notes: [String] = []
    /// What a person has to know and may have to mend, as sentences.
    package private(set) var warnings: [String] = []
    /// Files and folders that hold nothing of what was asked for; each has its warning.
    package private(set) var empty = 0
    /// The latest event that was delivered; nil if there was none.
    package private(set) var newest: Instant?

    /// How many problems are kept in full.
    package static let problemLimit = 100

    package init() {}

    package mutating func countRead(_ rows: Int = 1) {
        read += rows
    }

    /// Counts a row that cannot be used.
    package mutating func reject(_ problem: Problem) {
        rejected += 1
        if problems.count < Self.problemLimit { problems.append(problem) }
    }

    /// Counts rows that cannot be used and of which no more is told.
    package mutating func countRejected(_ rows: Int) {
        rejected += max(0, rows)
    }

    /// Adds a sentence, once.
    package mutating func note(_ sentence: String) {
        if !notes.contains(sentence) { notes.append(sentence) }
    }

    /// Adds a sentence about what may have to be mended, once.
    package mutating func warn(_ sentence: String) {
        if !warnings.contains(sentence) { warnings.append(sentence) }
    }

    /// Counts a file or folder that holds nothing of what was asked for.
    package mutating func countEmpty(_ sentence: String) {
        empty += 1
        warn(sentence)
    }

    package mutating func saw(_ instant: Instant) {
        newest = max(newest ?? instant, instant)
    }

    /// Takes in the report of another file or repository of the same source.
    package mutating func add(_ other: CollectReport) {
        read += other.read
        rejected += other.rejected
        problems.append(contentsOf: other.problems.prefix(Self.problemLimit - problems.count))
        for sentence in other.notes { note(sentence) }
        for sentence in other.warnings { warn(sentence) }
        empty += other.empty
        if let instant = other.newest { saw(instant) }
    }
}
