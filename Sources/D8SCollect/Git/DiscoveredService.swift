/// A service that a repository's tags speak of, as a proposal for a configuration.
package struct DiscoveredService: Hashable, Sendable {
    /// Letters, digits, `.`, `_` and `-`, at most 60 characters.
    package let name: String
    /// Where the name was read, as part of a sentence: `from the remote origin`.
    package let nameReason: String
    /// Patterns that its release tags fit; empty if the repository has no release tags.
    package let tagPatterns: [String]
    /// Why these, as a sentence.
    package let patternReason: String
    /// How many stable releases fit.
    package let releaseCount: Int

    package init(
        name: String,
        nameReason: String,
        tagPatterns: [String],
        patternReason: String,
        releaseCount: Int
    ) {
        self.name = name
        self.nameReason = nameReason
        self.tagPatterns = tagPatterns
        self.patternReason = patternReason
        self.releaseCount = releaseCount
    }
}
