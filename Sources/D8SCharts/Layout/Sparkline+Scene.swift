extension Sparkline: Chart {
    package func scene(size: Size, measurer: any TextMeasurer) -> Scene {
        let finite = values.map { $0?.isFinite == true ? $0 : nil }
        guard let domain = ValueDomain(finite.compactMap { $0 })?.widened(toZero: false) else {
            return Scene(size: size, title: title)
        }
        let plot = Plot(size: size, left: 3, right: 4, top: 4, bottom: 4)
        let step = plot.width / Double(max(values.count - 1, 1))
        let scale = plot.scale(domain)
        let points = finite.enumerated().map { index, value in
            value.map { Point(x: plot.left + Double(index) * step, y: scale.place($0)) }
        }
        let lines = LineRun.runs(points).flatMap { $0.thinned.marks(ink: ink, width: 1.5) }
        let end = points.last { $0 != nil }.flatMap { $0 }
        let dot = end.map { Mark.circle(center: $0, radius: 2.5, fill: ink) }
        return Scene(
            size: size,
            inside: lines + (dot.map { [$0] } ?? []),
            title: title,
            measurer: measurer
        )
    }
}
