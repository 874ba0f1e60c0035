/// What a page may hold at most; over a limit nothing of it is taken, as in Prometheus.
package struct ScrapeLimits: Hashable, Sendable {
    /// Samples after those of dropped series are left out; nil for any number.
    package var samples: Int?
    /// Labels of a series, with those that are attached; nil for any number.
    package var labels: Int?
    /// Bytes of a label's name; nil for any number.
    package var labelName: Int?
    /// Bytes of a label's value; nil for any number.
    package var labelValue: Int?

    package init() {}
}
