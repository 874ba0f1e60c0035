import D8SModel
import Foundation

/// Whether a series rises or falls by a straight line, judged by noise that remembers.
///
/// Least squares with first-order autoregressive noise: the slope's error is that of independent
/// values, raised by what each of them holds of the one before, and so are the degrees of freedom
/// (Santer et al. 2000, "Statistical significance of trends and trend differences in layer-average
/// atmospheric temperature time series"). The autocorrelation of the residuals is corrected for what
/// fitting a line takes away (Kendall 1954, "Note on Bias in the Estimation of Autocorrelation") and
/// raised by one standard error, since an error towards independence makes chance look like a slope.
/// Other than pre-whitening, a clear slope does not hide in its own autocorrelation.
struct SteadySlope {
    /// Per step.
    let slope: Double
    /// Two-sided.
    let p: Double

    /// NaN is a gap; nil with fewer than five values, or where nothing varies.
    init?(_ series: [Double]) {
        let times = series.indices.filter { series[$0].isFinite }
        let count = Double(times.count)
        guard times.count >= 5 else { return nil }
        let centre = Double(times.reduce(0, +)) / count
        let mean = times.reduce(0) { $0 + series[$1] } / count
        let spread = times.reduce(0) { $0 + (Double($1) - centre) * (Double($1) - centre) }
        let slope = times.reduce(0) { $0 + (Double($1) - centre) * (series[$1] - mean) } / spread
        let rest = times.map { series[$0] - mean - slope * (Double($0) - centre) }
        let squares = rest.reduce(0) { $0 + $1 * $1 }
        guard squares > 0 else { return nil }
        let memory = Self.memory(rest, squares)
        let degrees = max(1, count * (1 - memory) / (1 + memory) - 2)
        let error = (squares / degrees / spread).squareRoot()
        self.slope = slope
        p = 2 * (StudentT.upperTail(abs(slope) / error, degrees: degrees) ?? 0.5)
    }

    private static func memory(_ rest: [Double], _ squares: Double) -> Double {
        let products = zip(rest.dropFirst(), rest).reduce(0) { $0 + $1.0 * $1.1 }
        let (raw, count) = (products / squares, Double(rest.count))
        let known = raw + (2 + 4 * raw) / count
        let error = (max(0, 1 - known * known) / count).squareRoot()
        return min(max(known + error, 0), 0.99)
    }
}
