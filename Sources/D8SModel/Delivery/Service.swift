/// Something that is deployed on its own: the unit of every delivery measure.
package struct Service: Hashable, Sendable {
    /// Unique in the organisation.
    ///
    /// May hold any characters.
    package let name: String
    /// The team that owns it; nil if nobody said.
    package let team: String?

    package init(name: String, team: String? = nil) {
        self.name = name
        self.team = team
    }
}
