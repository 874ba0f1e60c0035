import D8SModel
import Foundation

/// How clear a change is: effect, intervals and probability.
struct ShiftEvidence {
    let sums: SegmentSums
    let segmentation: Segmentation
    /// The series with its spikes, where the ranks have to be as clear.
    var ranked: [Double]?
    /// What is less clear than this is not, whatever the ranks say.
    private static let clear = 0.05

    /// The change between two neighbouring segments.
    func shift(_ left: Range<Int>, _ right: Range<Int>) -> Shift {
        segmentation.shape == .level ? level(left, right) : line(left, right)
    }

    private func level(_ left: Range<Int>, _ right: Range<Int>) -> Shift {
        let before = sums.mean(left.lowerBound, left.upperBound)
        let after = sums.mean(right.lowerBound, right.upperBound)
        let error = (errorOfMean(left.count) + errorOfMean(right.count)).squareRoot()
        return make(.level, left, right, before: before, after: after, error: error)
    }

    /// A line breaks by a jump or by a bend: whichever is clearer.
    private func line(_ left: Range<Int>, _ right: Range<Int>) -> Shift {
        let slopes = (
            sums.slope(left.lowerBound, left.upperBound),
            sums.slope(right.lowerBound, right.upperBound)
        )
        let before = value(left, slopes.0, at: right.lowerBound)
        let after = value(right, slopes.1, at: right.lowerBound)
        // A line at its end is four times as uncertain as a mean, its slope 12 / n² times.
        let error = 2 * (errorOfMean(left.count) + errorOfMean(right.count)).squareRoot()
        let bend = (errorOfSlope(left.count) + errorOfSlope(right.count)).squareRoot()
        if abs(after - before) / error >= abs(slopes.1 - slopes.0) / bend {
            return make(.level, left, right, before: before, after: after, error: error)
        }
        return make(.slope, left, right, before: slopes.0, after: slopes.1, error: bend)
    }

    private func value(_ segment: Range<Int>, _ slope: Double, at index: Int) -> Double {
        let centre = Double(segment.lowerBound + segment.upperBound - 1) / 2
        return sums.mean(segment.lowerBound, segment.upperBound)
            + slope * (Double(index) - centre)
    }

    /// Variance of the mean of so many points of first-order autoregressive noise.
    private func errorOfMean(_ count: Int) -> Double {
        let rho = segmentation.autocorrelation
        let length = Double(count)
        let noise = segmentation.variance / (1 - rho * rho)
        let inflation = (1 + rho) / (1 - rho)
        let edge = 2 * rho * (1 - pow(rho, length)) / (length * (1 - rho) * (1 - rho))
        return noise / length * max(inflation - edge, 1)
    }

    private func errorOfSlope(_ count: Int) -> Double {
        let length = Double(count)
        return errorOfMean(count) * 12 / max(1, length * length - 1)
    }

    /// The place is free, so that as many places as there are points could have been found: p is
    /// Bonferroni's bound over them.
    private func make(
        _ kind: Shift.Kind,
        _ left: Range<Int>,
        _ right: Range<Int>,
        before: Double,
        after: Double,
        error: Double
    ) -> Shift {
        let degrees = segmentation.degrees
        let t = (after - before) / error
        let shapes = Double(segmentation.shape.parameters)
        let places = Double(sums.values.count) * shapes
        var p = min(1, 2 * places * (StudentT.upperTail(abs(t), degrees: degrees) ?? 0.5))
        if p <= Self.clear { p = max(p, rankProbability(kind, left, places)) }
        let half = (StudentT.point(exceededWith: 0.025, degrees: degrees) ?? .infinity) * error
        return Shift(
            kind: kind,
            index: right.lowerBound,
            place: place(left, right),
            before: before,
            after: after,
            interval: Interval(low: after - before - half, high: after - before + half),
            p: p
        )
    }

    private func rankProbability(
        _ kind: Shift.Kind,
        _ left: Range<Int>,
        _ places: Double
    ) -> Double {
        guard let ranked else { return 0 }
        let segments = segmentation.segments(of: sums.values.count)
        let ranks = segments.firstIndex(of: left).flatMap { pair in
            ShiftRanks(kind, of: ranked, sums, segmentation, pair: pair)
        }
        return ranks?.p(places: places) ?? 1
    }

    /// Places that explain the two segments nearly as well (Siegmund 1988, "Confidence sets in
    /// change-point problems": likelihood ratio, 95 %).
    private func place(_ left: Range<Int>, _ right: Range<Int>) -> ClosedRange<Int> {
        let shape = segmentation.shape
        let rho = segmentation.autocorrelation
        let (first, end, split) = (left.lowerBound, right.upperBound, right.lowerBound)
        func misfit(_ place: Int) -> Double {
            sums.misfit(shape, first, place) + sums.misfit(shape, place, end)
        }
        let longRun = segmentation.variance / ((1 - rho) * (1 - rho))
        let limit = misfit(split) + Self.clearlyWorse * longRun
        var low = split
        while low - 1 > first, misfit(low - 1) <= limit { low -= 1 }
        var high = split
        while high + 1 < end, misfit(high + 1) <= limit { high += 1 }
        return low...high
    }

    /// −2 ln (1 − √0.95).
    private static let clearlyWorse = 7.353
}
