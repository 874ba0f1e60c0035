/// One report run: what it is about and how it speaks.
package struct Night: Hashable, Sendable {
    /// The organisation's name, on every page.
    package let organisation: String
    /// The instant the report is about; nothing after it is looked at.
    package let asOf: Instant
    package let zone: Zone
    /// Until when the edition may be read as the current state.
    package let validUntil: Instant
    /// Where the site will be read, for the PDF and the feed; nil if unknown.
    package let url: String?
    /// The version of D8S that made it.
    package let generator: String

    package init(
        organisation: String,
        asOf: Instant,
        zone: Zone,
        validUntil: Instant,
        url: String?,
        generator: String
    ) {
        self.organisation = organisation
        self.asOf = asOf
        self.zone = zone
        self.validUntil = validUntil
        self.url = url
        self.generator = generator
    }

    /// The name of the night: the day of the as-of instant.
    package var day: Day { zone.day(of: asOf) }
}
