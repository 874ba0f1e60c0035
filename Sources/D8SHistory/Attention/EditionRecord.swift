package import D8SModel

/// What is remembered of the edition of one night.
package struct EditionRecord: Hashable, Sendable {
    package let night: Day
    package let asOf: Instant
    /// Until when it may be read as the current state.
    package let validUntil: Instant
    /// Number of items of each severity.
    package let critical: Int
    package let warning: Int
    package let info: Int
    /// Digest of its files, in the publisher's own form; never empty.
    package let digest: String

    package init(
        night: Day,
        asOf: Instant,
        validUntil: Instant,
        critical: Int,
        warning: Int,
        info: Int,
        digest: String
    ) {
        self.night = night
        self.asOf = asOf
        self.validUntil = validUntil
        self.critical = critical
        self.warning = warning
        self.info = info
        self.digest = digest
    }
}
