/// The rollups of one series in order of time, as columns of equal length.
///
/// A rollup covers the samples after its end minus the step, up to and with its end.
package struct RollupSlice: Sendable {
    /// Milliseconds since 1970.
    package let ends: ArraySlice<Int64>
    package let counts: ArraySlice<Int64>
    package let sums: ArraySlice<Double>
    package let minima: ArraySlice<Double>
    package let maxima: ArraySlice<Double>
    package let lasts: ArraySlice<Double>
    /// What a counter grew by from the sample before the rollup to its last, resets handled.
    package let increases: ArraySlice<Double>

    package init(
        ends: ArraySlice<Int64>,
        counts: ArraySlice<Int64>,
        sums: ArraySlice<Double>,
        minima: ArraySlice<Double>,
        maxima: ArraySlice<Double>,
        lasts: ArraySlice<Double>,
        increases: ArraySlice<Double>
    ) {
        self.ends = ends
        self.counts = counts
        self.sums = sums
        self.minima = minima
        self.maxima = maxima
        self.lasts = lasts
        self.increases = increases
    }
}
