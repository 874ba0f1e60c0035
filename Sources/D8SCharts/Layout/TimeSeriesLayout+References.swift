import D8SModel

extension TimeSeriesLayout {
    /// The line of what is wanted.
    var target: [Mark] {
        guard let target = chart.target, target.isFinite else { return [] }
        return [.line(across(target), ink: .muted, width: 1, dash: [3, 3])]
    }

    /// The shaded sides on which the harm lies; further harm is shaded twice.
    var harm: [Mark] {
        chart.thresholds.filter(\.value.isFinite).compactMap { threshold in
            let y = valueScale.place(threshold.value)
            let top = threshold.harm == .above ? plot.top : y
            let bottom = threshold.harm == .above ? y : plot.bottom
            guard bottom - top >= 0.5 else { return nil }
            let frame = Frame(x: plot.left, y: top, width: plot.width, height: bottom - top)
            return .rectangle(frame, fill: threshold.ink, opacity: 0.12)
        }
    }

    /// Dashes for a warning, a whole line for what is critical: so they differ without colour.
    var thresholdLines: [Mark] {
        chart.thresholds.filter(\.value.isFinite).map { threshold in
            let dash: [Double] = threshold.ink == .critical ? [] : [6, 3]
            return .line(across(threshold.value), ink: threshold.ink, width: 1, dash: dash)
        }
    }

    /// The forecast: the wide band, the narrow one over it, the likely course.
    var fan: [Mark] {
        guard let forecast = chart.forecast else { return [] }
        let points = Self.foretold(chart)
        let course = LineRun.runs(
            points.map { point in
                point.value.flatMap { $0.isFinite ? self.place(point.time, $0) : nil }
            }
        )
        return band(points.map { ($0.time, $0.outer) }, forecast.ink, opacity: 0.16)
            + band(points.map { ($0.time, $0.inner) }, forecast.ink, opacity: 0.24)
            + course.filter { $0.points.count > 1 }.map { run in
                .line(run.thinned.points, ink: forecast.ink, width: 1.5, dash: [4, 3])
            }
    }

    /// An area between the ends of the intervals, one for each run without a gap.
    private func band(_ points: [(Instant, Interval?)], _ ink: Ink, opacity: Double) -> [Mark] {
        let ends = points.map { time, interval -> (low: Point, high: Point)? in
            guard let interval, interval.low.isFinite, interval.high.isFinite else { return nil }
            let low = place(time, min(interval.low, interval.high))
            return (low, place(time, max(interval.low, interval.high)))
        }
        let tops = LineRun.runs(ends.map { $0?.high }), feet = LineRun.runs(ends.map { $0?.low })
        return zip(tops, feet).filter { $0.0.points.count > 1 }.map { top, foot in
            let outline = top.thinned.points + foot.thinned.points.reversed()
            return .area(outline, fill: ink, opacity: opacity)
        }
    }

    private func place(_ time: Instant, _ value: Double) -> Point {
        Point(x: timeScale.place(time), y: valueScale.place(value))
    }

    private func across(_ value: Double) -> [Point] {
        let y = valueScale.place(value).onPixel
        return [Point(x: plot.left, y: y), Point(x: plot.right, y: y)]
    }
}
