/// The least squares line through the values over their steps 1…n; gaps are left out.
struct StraightLine: Sendable {
    private(set) var slope = 0.0
    /// The line at step 0, one before the first.
    private(set) var intercept = 0.0

    init(_ values: [Double], _ count: Int) {
        var (n, meanT, meanY, tt, ty) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for index in 0..<min(count, values.count) where !values[index].isNaN {
            let (t, y) = (Double(index + 1), values[index])
            n += 1
            let (fromT, fromY) = (t - meanT, y - meanY)
            meanT += fromT / n
            meanY += fromY / n
            tt += fromT * (t - meanT)
            ty += fromT * (y - meanY)
        }
        if tt > 0 { slope = ty / tt }
        intercept = meanY - slope * meanT
    }
}
