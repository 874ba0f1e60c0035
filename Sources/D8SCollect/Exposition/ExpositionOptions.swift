package import D8SModel

/// How an exposition is to be read.
package struct ExpositionOptions: Sendable {
    package var format: ExpositionFormat
    /// Whether OpenMetrics' rules beyond its grammar hold.
    ///
    /// Families and metrics are whole and in order then, suffixes go by type, values are possible.
    /// Prometheus does not look at these rules. For text 0.0.4 there are none.
    package var isStrict = true
    /// Leaves out lines with faults, which are then in the page; else the first one is thrown.
    package var leavesOutFaults = false
    /// Whether times beside samples are read over.
    package var ignoresTimes = false
    /// The time of samples without one, in milliseconds since 1970-01-01T00:00:00Z; nil makes
    /// them faults.
    package var time: Int64?
    /// What becomes of a series: as it is to be stored, or nil to drop it.
    ///
    /// It is asked once for each series that has not been met; nil keeps all as they are.
    package var relabel: (@Sendable (Series) throws(ExpositionRefusal) -> Series?)?

    package init(format: ExpositionFormat, time: Int64? = nil) {
        self.format = format
        self.time = time
    }
}

/// Why a series cannot be taken at all, as a clause.
package struct ExpositionRefusal: Error, Hashable, Sendable {
    package let reason: String

    package init(_ reason: String) {
        self.reason = reason
    }
}
