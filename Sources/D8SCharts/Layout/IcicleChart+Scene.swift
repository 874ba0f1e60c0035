import D8SModel

extension IcicleChart: PlottedChart {
    func marks(size: Size, measurer: any TextMeasurer) -> [Mark]? {
        IcicleLayout(self, size: size, measurer: measurer)?.marks
    }

    /// The whole, then its greatest parts.
    var detail: String {
        let parts = root.ordered.prefix(50)
        return ([root] + parts).map {
            $0.label.cleanedForDrawing(limit: 60) + " " + format.value($0.value, unit)
        }.asDetail
    }
}

extension IcicleChart.Node {
    /// How much of the picture it takes: what is above 0 of it or of its parts.
    var size: Double {
        guard !parts.isEmpty else { return value.isFinite ? max(value, 0) : 0 }
        return parts.reduce(0) { $0 + $1.size }
    }

    /// What is below 0 of it or of its parts, as a number above 0.
    var credit: Double {
        guard !parts.isEmpty else { return value.isFinite ? max(-value, 0) : 0 }
        return parts.reduce(0) { $0 + $1.credit }
    }

    /// The parts that take room, the greatest first, equal ones by their labels.
    var ordered: [Self] {
        let sized = parts.map { (part: $0, size: $0.size) }.filter { $0.size > 0 }
        return sized.sorted { ($0.size, $1.part.label) > ($1.size, $0.part.label) }.map(\.part)
    }

    /// The greatest number of levels under it.
    var depth: Int { (parts.map { $0.depth + 1 }.max()) ?? 0 }
}
