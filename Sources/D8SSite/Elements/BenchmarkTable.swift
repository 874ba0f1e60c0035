import D8SModel

/// The cut points of one benchmark edition, a row for each measure.
struct BenchmarkTable {
    private let benchmark: Benchmark
    private let format: Format

    init(_ benchmark: Benchmark, _ format: Format) {
        self.benchmark = benchmark
        self.format = format
    }

    var table: Table {
        var table = Table(["Measure", "Levels"].map { .init(title: $0) })
        for measure in MeasureName.delivery {
            guard let scale = benchmark.scales[measure] else { continue }
            var head = Table.Cell(measure.title)
            head.isHead = true
            var cell = Table.Cell("")
            let lines = lines(of: scale, measure.unit)
            cell.text = lines.first ?? ""
            cell.lines = Array(lines.dropFirst())
            table.add([head, cell])
        }
        return table
    }

    private func lines(of scale: Benchmark.Scale, _ unit: Unit) -> [String] {
        switch scale {
        case .bands(let bands, let worst):
            return bands.map { "\($0.label): up to \(format.value($0.upTo, unit))" }
                + ["\(worst): beyond"]
        case .percentScore(let mean):
            return ["10 − percent / 10"] + published(mean, format.percent)
        case .categoryScore(let bounds, let mean):
            let steps = bounds.enumerated().map { index, bound in
                "\(format.number(Double(2 * (bounds.count - index)))): "
                    + "up to \(format.value(bound, unit))"
            }
            return steps + ["0: beyond"] + published(mean, format.number)
        }
    }

    private func published(_ mean: Double?, _ write: (Double) -> String) -> [String] {
        mean.map { ["published mean \(write($0))"] } ?? []
    }
}
