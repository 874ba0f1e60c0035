/// What a series is expected to do next, with the intervals in which it will most likely lie.
package struct Forecast: Hashable, Sendable {
    /// The expected value of each step after the last one, in the unit of the series.
    package let mean: [Double]
    /// Ends of the interval that holds four of five values.
    package let lower80: [Double]
    package let upper80: [Double]
    /// Ends of the interval that holds 19 of 20 values.
    package let lower95: [Double]
    package let upper95: [Double]
    /// The parts and their weights in per cent, the heaviest first: `theta 40 %, ets AAdN 35 %, …`.
    package let method: String
    /// The periods in steps that the forecast repeats; empty: none.
    package let season: [Int]
    /// Values (not gaps) that the forecast was made from.
    package let n: Int
    /// What a reader must know: a short history, gaps, seasons not seen; in fixed order.
    package let notes: [String]
}
