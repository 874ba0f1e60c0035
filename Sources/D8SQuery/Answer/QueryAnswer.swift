/// What an expression came to, and what its reader has to know.
package struct QueryAnswer: Sendable {
    package var value: QueryValue
    /// Why the answer may be wrong: Prometheus' warnings, rollups read in place of samples.
    package var warnings: [String]
    /// What is odd but not wrong: Prometheus' infos.
    package var infos: [String]

    package init(value: QueryValue, warnings: [String] = [], infos: [String] = []) {
        self.value = value
        self.warnings = warnings
        self.infos = infos
    }
}
