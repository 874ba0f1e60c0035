/// Where a benchmark edition places a value.
package struct Grade: Hashable, Sendable {
    /// For example `dora-2023`.
    package let edition: String
    /// What the edition calls it: `elite`, `high`, `medium`, `low`, or a score such as `6.0`.
    package let label: String
    /// Position from best (1.0) to worst (0.0) within the edition, for comparing two grades of it.
    package let standing: Double

    package init(edition: String, label: String, standing: Double) {
        self.edition = edition
        self.label = label
        self.standing = standing
    }
}
