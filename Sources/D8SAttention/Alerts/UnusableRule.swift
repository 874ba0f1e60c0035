package import D8SModel

/// A rule file, or a rule in one, that could not be evaluated.
package struct UnusableRule: Hashable, Sendable {
    /// As the configuration names it.
    package var file: String
    /// Where the rule begins; nil for the whole file.
    package var line: Int?
    /// The rule's name; nil for the whole file.
    package var name: String?
    /// What is wrong, in one line.
    package var reason: String
    /// The first evaluation that failed; nil for a file that cannot be read.
    package var first: Instant?
    /// How many evaluations failed.
    package var count: Int

    package init(
        file: String,
        line: Int? = nil,
        name: String? = nil,
        reason: String,
        first: Instant? = nil,
        count: Int = 0
    ) {
        self.file = file
        self.line = line
        self.name = name
        self.reason = reason
        self.first = first
        self.count = count
    }
}
