/// Samples of many series that were read together, such as one scrape of a target: in columns.
package struct SampleRound: Hashable, Sendable {
    package var list: SeriesList
    /// For each sample, which series of the list it is of.
    package var positions: [Int32]
    /// For each sample, milliseconds since 1970-01-01T00:00:00Z.
    package var times: [Int64]
    /// For each sample, its value; `Double.staleMarker` says that the series has ended here.
    package var values: [Double]

    package init(list: SeriesList, positions: [Int32], times: [Int64], values: [Double]) {
        self.list = list
        self.positions = positions
        self.times = times
        self.values = values
    }
}
