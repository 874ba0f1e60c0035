/// Points of a series without a gap between them, in the scene's coordinates.
struct LineRun {
    var points: [Point]

    /// The runs between the gaps.
    static func runs(_ points: some Sequence<Point?>) -> [LineRun] {
        var runs: [LineRun] = [], run: [Point] = []
        for point in points {
            if let point {
                run.append(point)
            } else if !run.isEmpty {
                runs.append(LineRun(points: run))
                run = []
            }
        }
        return run.isEmpty ? runs : runs + [LineRun(points: run)]
    }

    /// A line, or a dot for a point that stands alone; with dots everywhere in a series of
    /// mostly such points, so that none of them looks like an accident.
    func marks(ink: Ink, width: Double, isSparse: Bool = false) -> [Mark] {
        guard let first = points.first else { return [] }
        let dots = isSparse ? points.map { Mark.circle(center: $0, radius: 2.5, fill: ink) } : []
        if points.count == 1 {
            return isSparse ? dots : [.circle(center: first, radius: 2, fill: ink)]
        }
        return [.line(points, ink: ink, width: width)] + dots
    }

    /// The same line with fewer points where there are more of them than pixels: the lowest and the
    /// highest of every two pixels, which look the same as all of them.
    var thinned: LineRun {
        guard let first = points.first, let last = points.last, points.count > 8,
            Double(points.count) > last.x - first.x
        else { return self }
        var kept: [Point] = []
        kept.reserveCapacity(Int(last.x - first.x) + 4)
        var start = 0, column = (first.x / 2).rounded(.down)
        for index in points.indices.dropFirst() {
            let next = (points[index].x / 2).rounded(.down)
            if next != column {
                appendExtremes(start..<index, to: &kept)
                (start, column) = (index, next)
            }
        }
        appendExtremes(start..<points.count, to: &kept)
        if kept.first != first.onGrid { kept.insert(first, at: 0) }
        if kept.last != last.onGrid { kept.append(last) }
        return LineRun(points: kept)
    }

    /// The part left of this place; both parts share the point on it.
    func before(_ x: Double) -> LineRun {
        let count = points.prefix { $0.x < x }.count
        return LineRun(points: Array(points[..<count]) + crossing(x, after: count))
    }

    /// The part from this place on.
    func after(_ x: Double) -> LineRun {
        let count = points.prefix { $0.x < x }.count
        let rest = points[count...]
        return LineRun(points: (rest.first?.x == x ? [] : crossing(x, after: count)) + rest)
    }

    /// The point on the line at this place, between the last point before it and the next.
    private func crossing(_ x: Double, after count: Int) -> [Point] {
        guard count > 0, count < points.count else { return [] }
        let (left, right) = (points[count - 1], points[count])
        guard right.x > left.x else { return [right] }
        let share = (x - left.x) / (right.x - left.x)
        return [Point(x: x, y: left.y + (right.y - left.y) * share)]
    }

    /// The lowest and the highest of these points, in their order.
    private func appendExtremes(_ range: Range<Int>, to kept: inout [Point]) {
        var (low, high) = (range.lowerBound, range.lowerBound)
        for index in range {
            if points[index].y < points[low].y { low = index }
            if points[index].y > points[high].y { high = index }
        }
        kept.append(points[min(low, high)].onGrid)
        if low != high { kept.append(points[max(low, high)].onGrid) }
    }
}

extension Point {
    /// On whole and half pixels: nothing finer shows in a line this dense, and the figures are
    /// shorter.
    fileprivate var onGrid: Point { Point(x: x.rounded(), y: (y * 2).rounded() / 2) }
}
