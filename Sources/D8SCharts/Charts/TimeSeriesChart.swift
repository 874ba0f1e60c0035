package import D8SModel

/// One or more measures in time, with what is normal, what is wanted and when it changed.
package struct TimeSeriesChart: Hashable, Sendable {
    package struct Series: Hashable, Sendable {
        /// Written at the line's end, before the last value; empty for a single series.
        package var label: String
        /// In order of time; a nil value is a gap and stays one.
        package var points: [EvidenceSeries.Point]
        /// The ink from `TimeSeriesChart.change` on, else from `emphasis` on, else everywhere.
        package var ink: Ink

        package init(label: String = "", points: [EvidenceSeries.Point], ink: Ink) {
            self.label = label
            self.points = points
            self.ink = ink
        }
    }

    /// What the picture says, for people who cannot see it.
    package var title: String
    /// The most important first: of more than eight, the first eight have their ink and a label,
    /// the others are grey.
    package var series: [Series]
    package var unit: Unit
    package var format: Format
    package var normal: Interval?
    package var target: Double?
    /// What people call the target: `budget`.
    package var targetName: String
    /// Lines with the side shaded on which the harm lies.
    package var thresholds: [Threshold]
    /// A fan from the last value on; nil if nothing is foretold.
    package var forecast: Forecast?
    package var change: Instant?
    /// From where on lines have their own ink if there is no `change`; nothing marks the place.
    package var emphasis: Instant?
    package var annotations: [EvidenceSeries.Annotation]
    /// Whether the value axis starts at 0, as it must for rates and durations.
    package var startsAtZero: Bool
    /// What the time axis shows, up to the end of a forecast; nil shows all points.
    package var window: Window?

    package init(
        title: String,
        series: [Series],
        unit: Unit,
        format: Format,
        normal: Interval? = nil,
        target: Double? = nil,
        targetName: String = "target",
        thresholds: [Threshold] = [],
        forecast: Forecast? = nil,
        change: Instant? = nil,
        emphasis: Instant? = nil,
        annotations: [EvidenceSeries.Annotation] = [],
        startsAtZero: Bool = true,
        window: Window? = nil
    ) {
        self.title = title
        self.series = series
        self.unit = unit
        self.format = format
        self.normal = normal
        self.target = target
        self.targetName = targetName
        self.thresholds = thresholds
        self.forecast = forecast
        self.change = change
        self.emphasis = emphasis
        self.annotations = annotations
        self.startsAtZero = startsAtZero
        self.window = window
    }
}
