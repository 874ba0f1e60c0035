package import D8SModel

/// A value of PromQL, as Prometheus' HTTP API tells them apart (`resultType`).
package enum QueryValue: Sendable {
    /// A number at an instant.
    case scalar(time: Int64, value: Double)
    case string(time: Int64, value: String)
    /// One sample of each series at an instant, in the order of the evaluation.
    case vector([InstantSample])
    /// Samples of each series in time; a range of a scalar has one series without labels.
    case matrix([RangeSeries])
}

/// The value of one series at an instant.
package struct InstantSample: Hashable, Sendable {
    /// With an empty metric name where the expression drops it.
    package var series: Series
    /// Milliseconds since 1970.
    package var time: Int64
    package var value: Double

    package init(series: Series, time: Int64, value: Double) {
        self.series = series
        self.time = time
        self.value = value
    }
}

/// The values of one series in time; an instant without a value is left out.
package struct RangeSeries: Hashable, Sendable {
    /// With an empty metric name where the expression drops it.
    package var series: Series
    /// Milliseconds since 1970, ascending.
    package var times: [Int64]
    package var values: [Double]

    package init(series: Series, times: [Int64], values: [Double]) {
        self.series = series
        self.times = times
        self.values = values
    }
}
