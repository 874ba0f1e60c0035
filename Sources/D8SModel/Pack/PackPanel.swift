/// A picture on the page of a domain.
package struct PackPanel: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Lines in time.
        case timeseries
        /// The last value, its change and its course.
        case stat
        /// The last value against a target.
        case gauge
        /// The last value of each series.
        case table
        /// The last value of each series as bars, largest first.
        case bars
        /// Bars in time, split by series.
        case stacked
        /// Observations by size (`le`) in time, from a classic histogram's buckets.
        case heatmap
        /// Mean by hour of the day and day of the week.
        case week
        /// Which state each series was in.
        case timeline
    }

    /// For example `cpu-by-mode`: part of file names and addresses.
    package var id: String
    /// What the picture shows: `CPU use by mode`.
    package var title: String
    package var kind: Kind
    /// PromQL; `$window` as in a measure's query.
    package var query: String
    /// The name of a line, with `{label}` for values; nil: the labels' values.
    package var legend: String?
    package var unit: Unit
    /// What a gauge is held against, or a line in the picture; nil if there is none.
    package var target: Double?
    /// The measure whose thresholds are drawn, by its own name without the pack's.
    package var measure: String?

    package init(
        id: String,
        title: String,
        kind: Kind,
        query: String,
        legend: String? = nil,
        unit: Unit,
        target: Double? = nil,
        measure: String? = nil
    ) {
        self.id = id
        self.title = title
        self.kind = kind
        self.query = query
        self.legend = legend
        self.unit = unit
        self.target = target
        self.measure = measure
    }
}
