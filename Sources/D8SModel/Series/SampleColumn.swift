/// Many samples of one series, such as a part of a backfill.
package struct SampleColumn: Hashable, Sendable {
    package var series: Series
    /// Milliseconds since 1970-01-01T00:00:00Z, ascending where the source can give them so.
    package var times: [Int64]
    /// As many as `times`; `Double.staleMarker` says that the series has ended here.
    package var values: [Double]

    package init(series: Series, times: [Int64], values: [Double]) {
        self.series = series
        self.times = times
        self.values = values
    }
}
