/// The area of a chart that holds its data, and what stands around it.
struct Plot {
    let size: Size
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double

    init(size: Size, left: Double, right: Double, top: Double, bottom: Double) {
        self.size = size
        self.left = left
        self.right = max(size.width - right, left + 1)
        self.top = top
        self.bottom = max(size.height - bottom, top + 1)
    }

    var width: Double { right - left }
    var height: Double { bottom - top }

    /// The value axis from the bottom up.
    func scale(_ domain: ValueDomain) -> Scale {
        Scale(low: domain.low, high: domain.high, start: bottom, end: top)
    }
}
