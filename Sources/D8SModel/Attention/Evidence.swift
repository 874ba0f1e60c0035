/// The proof of a finding: what was seen, over which rows, how, and how to see it again.
package struct Evidence: Hashable, Sendable {
    /// The picture; nil if there is nothing to draw.
    package let series: EvidenceSeries?
    /// The rows behind the number; nil if there are none.
    package let table: EvidenceTable?
    /// Test or estimator and its assumptions.
    package let method: String
    /// Other explanations and what became of them: `weekday mix (p = 0.6)`.
    package let considered: [String]
    /// How complete the data is: `205 of 205 deployments linked to a revision`.
    package let data: String
    /// Commands that print the same numbers, one a line.
    package let commands: [String]

    package init(
        series: EvidenceSeries? = nil,
        table: EvidenceTable? = nil,
        method: String,
        considered: [String] = [],
        data: String,
        commands: [String]
    ) {
        self.series = series
        self.table = table
        self.method = method
        self.considered = considered
        self.data = data
        self.commands = commands
    }
}
