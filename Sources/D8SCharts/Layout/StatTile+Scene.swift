extension StatTile: Chart {
    package func scene(size: Size, measurer: any TextMeasurer) -> Scene {
        let marks = StatLayout(tile: self, size: size, measurer: measurer).marks
        return Scene(size: size, inside: marks, title: title, measurer: measurer)
    }
}
