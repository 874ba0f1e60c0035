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

    /// A line, or a dot for a point that stands alone.
    func marks(ink: Ink, width: Double) -> [Mark] {
        guard let first = points.first else { return [] }
        if points.count == 1 { return [.circle(center: first, radius: 2, fill: ink)] }
        return [.line(points, ink: ink, width: width)]
    }

    /// With at most four points in a pixel column: the first, the lowest, the highest and the
    /// last, which look the same as all of them.
    var thinned: LineRun {
        guard let first = points.first, let last = points.last,
            Double(points.count) > 4 * max(last.x - first.x, 1)
        else { return self }
        var kept: [Point] = [], column: [Point] = []
        for point in points {
            if let start = column.first, start.x.rounded(.down) != point.x.rounded(.down) {
                kept += Self.extremes(of: column)
                column.removeAll(keepingCapacity: true)
            }
            column.append(point)
        }
        return LineRun(points: kept + Self.extremes(of: column))
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

    private static func extremes(of column: [Point]) -> [Point] {
        guard column.count > 4 else { return column }
        let heights = column.indices.map { column[$0].y }
        let low = heights.indices.min { heights[$0] < heights[$1] } ?? 0
        let high = heights.indices.max { heights[$0] < heights[$1] } ?? 0
        let chosen = [0, min(low, high), max(low, high), column.count - 1]
        return chosen.map { column[$0] }
    }
}
