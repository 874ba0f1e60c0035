import D8SModel

extension StatTile: Chart {
    package func scene(size: Size, measurer: any TextMeasurer) -> Scene {
        let marks = StatLayout(tile: self, size: size, measurer: measurer).marks
        let value = value.flatMap { $0.isFinite ? $0 : nil }
        let was = previous.flatMap { $0.isFinite ? wasWord + " " + format.value($0, unit) : nil }
        let detail = [label + " " + format.value(value, unit), was, note].compactMap { $0 }.asDetail
        return Scene(size: size, inside: marks, title: title, detail: detail, measurer: measurer)
    }
}
